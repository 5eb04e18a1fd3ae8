"""How much a word counts by where it stands: the best place in an entry is what counts."""

TITLE, VOCABULARY, SUMMARY, CLAIM = 400, 300, 200, 100
# A part of a compound counts a little less than the word itself.
PART_DISCOUNT = 20
