"""What no entry answers."""

from tests.interventions.search.golden.entries import (
    NONE,
    Golden,
)

NOTHING = [
    Golden(query, NONE)
    for query in (
        "Roskilde",
        "Roskilde Kommune",
        "Vejle",
        "Vejle Kommune",
        "Frederiksberg",
        "Frederikssund",
        "Fredericia",
        "Holstebro",
        "Kolding",
        "Samsø",
        "Køge Kommune",
        "Bornholm",
        "pizza",
        "fodbold",
        "tandlæge",
        "kvantefysik",
        "skibsværft",
        "xyzzyx",
    )
]
