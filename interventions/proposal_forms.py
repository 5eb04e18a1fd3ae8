"""The public forms of /foreslaa/: what is asked, what must be answered, what is said when not."""

import re
from dataclasses import dataclass

from django import forms
from django.db import transaction
from django.utils import timezone

from interventions import form_tokens
from interventions.models import Proposal, ProposalQuota

# A field that people do not see. Its name must not tempt a browser to fill it in by itself.
LURE = "emne"
CONTACT = ("contact_name", "contact_email")
YEARS = (1900, 2100)
TOO_LONG = "Teksten er for lang: der er plads til %(limit_value)s tegn, og den har %(show_value)s."
NUL = "Teksten har et tegn, der ikke kan gemmes (NUL, vist som �). Slet det, og send igen."


@dataclass(frozen=True)
class Group:
    """Fields under one heading."""

    heading: str
    help_text: str
    fields: list


class TextField(forms.CharField):
    """A text whose line ends count once, as browsers count them; its limit stands in the hint."""

    def __init__(self, *, rows=0, hint="", missing="", max_length, **kwargs):
        limit = f"Højst {max_length:,} tegn.".replace(",", ".")
        super().__init__(
            required=bool(missing),
            help_text=f"{hint} {limit}".strip(),
            error_messages={
                "required": missing,
                "max_length": TOO_LONG,
                "null_characters_not_allowed": NUL,
            },
            max_length=max_length,
            widget=forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput,
            **kwargs,
        )

    def to_python(self, value):
        """The text with single line ends."""
        return super().to_python(value).replace("\r\n", "\n")


class ProposalForm(forms.ModelForm):
    """What both forms have in common: the sender, the consent, the token and the lure.

    `about` is what the address says of the page that is reported.
    """

    kind = None
    groups_of = ()

    contact_name = TextField(label="Dit navn", max_length=100)
    contact_email = forms.EmailField(
        label="Din e-mail",
        required=False,
        max_length=254,
        error_messages={
            "invalid": "Det ligner ikke en e-mailadresse. Skriv den som navn@eksempel.dk.",
            "max_length": TOO_LONG,
            "null_characters_not_allowed": NUL,
        },
    )
    consent = forms.BooleanField(
        label="I må gemme mit navn og min e-mail for at kunne spørge mig om det, jeg har skrevet.",
        required=False,
    )

    def __init__(self, about, data=None):
        super().__init__(
            data,
            instance=Proposal(kind=self.kind, entry=about.entry, page=about.slug),
            label_suffix="",
        )
        for name, words in {"contact_name": "name", "contact_email": "email"}.items():
            self.fields[name].widget.attrs["autocomplete"] = words
        if data is None:
            self.token, self._token_problem = form_tokens.issue(), ""
        else:
            self.token, self._token_problem = form_tokens.read(data.get("token", ""))

    @property
    def groups(self):
        """The fields as the page shows them: a list of `Group`."""
        return [
            Group(heading, help_text, [self[name] for name in names if name in self.fields])
            for heading, help_text, names in self.groups_of
        ]

    @property
    def problems(self):
        """What is to be put right, as (id of the field, message), in the order of the page."""
        return [
            (self[name].id_for_label, message)
            for name in self.fields
            for message in self.errors.get(name, ())
        ]

    def clean(self):
        """Consent where somebody is named, and a token that is neither too young nor too old."""
        data = super().clean()
        # As typed: a faulty address is no reason not to ask.
        named = any(self.data.get(name, "").strip() for name in CONTACT)
        if named and not data.get("consent"):
            self.add_error(
                "consent", "Sæt kryds, hvis vi må gemme det. Ellers slet navn og e-mail."
            )
        elif named:
            self.instance.consented_on = timezone.localdate()
        # With other errors the form comes back anyway, and the token with it.
        if self._token_problem and not self.errors:
            self.add_error(None, self._token_problem)
        return data

    def save_from(self, address):
        """Store it, unless this network address has used up its quota; whether it was stored."""
        with transaction.atomic():
            within = ProposalQuota.objects.take(address)
            if within:
                self.instance.save()
        return within


class SuggestionForm(ProposalForm):
    """A measure that the base does not have."""

    kind = Proposal.Kind.SUGGESTION
    groups_of = (
        ("Indsatsen", "", ("title", "who", "what", "for_whom", "since", "outcome")),
        (
            "Kilden",
            "Hver sætning i videnbasen har en offentlig kilde. Vi læser den, du nævner her, og "
            "skriver kun det, den siger.",
            ("documentation",),
        ),
    )

    title = TextField(
        label="Hvad kalder I den?",
        hint="Navnet, eller få ord om, hvad der bliver gjort. Fx “Mentorer til nye elever”.",
        missing="Giv indsatsen et navn, eller beskriv den med få ord.",
        max_length=140,
    )
    who = TextField(
        label="Hvem gør det?",
        hint="Kommunen, skolen eller arbejdspladsen. Ingen personnavne.",
        missing="Skriv, hvilken kommune, skole eller arbejdsplads der gør det.",
        max_length=200,
    )
    what = TextField(
        label="Hvad går den ud på?",
        hint="Hvad bliver der gjort, hvor ofte, og hvem hjælper?",
        missing="Skriv med dine egne ord, hvad der bliver gjort.",
        rows=6,
        max_length=2000,
    )
    for_whom = TextField(
        label="Hvem er den for?",
        hint="Fx elever på hovedforløbet, elever med dansk som andetsprog eller vejledere.",
        max_length=300,
    )
    since = TextField(label="Siden hvornår?", hint="Fx 2019 eller august 2019.", max_length=60)
    outcome = TextField(
        label="Hvad er der kommet ud af den?",
        hint="Kun det, nogen har set eller talt. Er det ikke undersøgt, så skriv det.",
        rows=4,
        max_length=2000,
    )
    documentation = TextField(
        label="Hvor kan vi læse om den?",
        hint="En adresse på nettet, eller navnet på rapporten, artiklen eller beslutningen. "
        "Findes der ingen endnu, så skriv det.",
        missing="Skriv, hvor vi kan læse om indsatsen, eller at der ingen kilde er endnu.",
        rows=3,
        max_length=1000,
    )

    class Meta:
        model = Proposal
        fields = Proposal.TEXTS[Proposal.Kind.SUGGESTION] + CONTACT

    def clean_since(self):
        """A year that can be true, when there is one; whatever else was typed stays."""
        since = self.cleaned_data["since"]
        for number in re.findall(r"\d{3,}", since):
            if not YEARS[0] <= int(number) <= YEARS[1]:
                raise forms.ValidationError(
                    f"“{number}” er ikke et årstal, der kan passe. Skriv fx 2019 eller august 2019."
                )
        return since


class ReportForm(ProposalForm):
    """An error on a page, or a source that it lacks."""

    kind = Proposal.Kind.REPORT
    groups_of = (
        ("Fejlen", "", ("page", "fault", "correction")),
        (
            "Kilden",
            "Vi retter efter kilden. Kender du en, vi ikke har læst, så skriv den her.",
            ("documentation",),
        ),
    )

    page = TextField(
        label="Hvilken side drejer det sig om?",
        hint="Overskriften på siden eller dens adresse.",
        max_length=200,
    )
    fault = TextField(
        label="Hvad er forkert, eller hvad mangler?",
        hint="Gerne den sætning, det drejer sig om.",
        missing="Skriv, hvad der er forkert, eller hvad der mangler.",
        rows=6,
        max_length=2000,
    )
    correction = TextField(
        label="Hvad bør der stå?", hint="Hvis du ved det.", rows=4, max_length=2000
    )
    documentation = TextField(
        label="Hvor står det?",
        hint="En adresse på nettet, eller navnet på rapporten, artiklen eller beslutningen.",
        rows=3,
        max_length=1000,
    )

    class Meta:
        model = Proposal
        fields = Proposal.TEXTS[Proposal.Kind.REPORT] + CONTACT

    def __init__(self, about, data=None):
        super().__init__(about, data)
        self._slug = about.slug
        if about.entry:
            del self.fields["page"]

    def clean_page(self):
        """What was typed; else what the address names, as when an entry is withdrawn meanwhile."""
        return self.cleaned_data["page"] or self._slug
