"""Signed, dated tokens for public forms: they say when a form was fetched, and nothing of whom.

They stand where Django has a CSRF cookie. A form that sends nothing in anybody's name needs no
proof of who sends it, only that somebody has had time to read it.
"""

from datetime import timedelta

from django.core.signing import BadSignature, SignatureExpired, TimestampSigner

SALT = "interventions.form_tokens"
FORM = "foreslaa"
# Faster than this is a machine.
YOUNGEST = timedelta(seconds=3)
OLDEST = timedelta(hours=8)

TOO_YOUNG = (
    "Det gik så hurtigt, at vi ikke kan se, om du er en maskine. Vent et par sekunder, "
    "og send igen."
)
TOO_OLD = (
    f"Formularen har ligget i over {OLDEST.seconds // 3600} timer. Alt, du har skrevet, står her "
    "endnu: send den igen."
)
UNKNOWN = (
    "Vi kan ikke se, hvor formularen kommer fra. Alt, du har skrevet, står her endnu: "
    "send den igen."
)


def issue():
    """A token for a form that is fetched now; the same for everybody in the same second."""
    return TimestampSigner(salt=SALT).sign(FORM)


def read(token):
    """(the token to go on with, what is wrong with this one; empty when nothing is)."""
    signer = TimestampSigner(salt=SALT)
    try:
        signer.unsign(token, max_age=OLDEST)
    except SignatureExpired:
        return issue(), TOO_OLD
    except BadSignature:
        return issue(), UNKNOWN
    try:
        signer.unsign(token, max_age=YOUNGEST)
    except SignatureExpired:
        return token, ""
    return token, TOO_YOUNG  # the same again: a new one would be too young once more
