"""The form of an entry: the shared rules, the version it was opened in, and the step asked for."""

from django import forms

from interventions import rules, workflow
from interventions.models import FormerSlug, Intervention
from municipalities.admin import CuratedForm

SLUG_ROOM = Intervention._meta.get_field("slug").max_length
CHECKBOXES = ("themes", "target_groups", "phases", "programmes", "characteristics")


class InterventionForm(CuratedForm):
    """An entry by the shared rules; `ClaimFormSet` counts the claims."""

    slug_from = "title"
    # Set for one request: the step that its button asks for, and why it cannot be taken, if so.
    step = None
    refusal = ""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    # Of a working copy, for the form may outlive it.
    of_entry = forms.IntegerField(required=False, widget=forms.HiddenInput)
    # Stands with the buttons beside the form.
    note = forms.CharField(
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3, "form": "intervention_form"}),
    )

    class Meta:
        widgets = {
            "title": forms.TextInput(attrs={"size": 90}),
            "summary": forms.Textarea(attrs={"rows": 3, "cols": 90, "maxlength": 300}),
            **{
                name: forms.CheckboxSelectMultiple(attrs={"class": "kb-choices"})
                for name in CHECKBOXES
            },
        }
        help_texts = {
            "title": "Siger, hvad indsatsen er, og hvor. Ingen personnavne.",
            "slug": (
                "Lad feltet stå tomt: adressen laves af titlen. Ændrer du den senere, fører den "
                "gamle adresse videre hertil."
            ),
            "kind": (
                "Indsatstype: en fremgangsmåde. Projekt: har et navn. Praksis: det, en kommune gør."
            ),
            "themes": "Mindst ét, før indsatsen kan udgives.",
            "target_groups": "Dem, kilden selv nævner.",
            "municipalities": "Kun kommuner, som kilden nævner. Skriv de første bogstaver.",
            "organisations": "Skoler, regioner og andre, der ikke er kommuner.",
            "start_year": "Året, hvor indsatsen begyndte; et bevillingsår er ikke et startår.",
            "start_month": "1–12, når kilden siger det.",
            "reviewed_on": "Den dag, en redaktør sidst holdt hele indsatsen op mod kilderne.",
        }

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        entry = self.instance
        entry.is_being_published = bool(self.step and self.step.publishes and not self.refusal)
        self.initial["slug"] = rules.bare(entry.slug)
        self.initial["of_entry"] = entry.copy_of_id
        if entry.pk:
            self.initial["seen"] = entry.version
        if "slug" in self.fields:
            self.fields["slug"].max_length = SLUG_ROOM - len(rules.COPY)

    def clean(self):
        """What the entry itself has to hold, each message at its field."""
        data = super().clean()
        self.add_problems(
            rules.start_problems(year=data.get("start_year"), month=data.get("start_month"))
        )
        days = {name: data.get(name) for name in ("publish_from", "withdraw_on")}
        self.add_problems(rules.schedule_problems(**days))
        self._clean_slug(data)
        if self.instance.is_being_published:
            self.add_problems(workflow.day_problems(self.instance, **days))
            problems = rules.publication_problems(
                summary=data.get("summary") or "",
                theme_count=len(data.get("themes") or ()),
                claim_count=1,
            )
            self.add_problems(problems)
        if self.step and self.step.needs_note and not data.get("note"):
            self.add_problems({"note": workflow.NOTE_NEEDED})
        if self.refusal and not self.overtaken:
            self.add_error(None, f"{self.refusal} Intet er gemt.")
        return data

    def _clean_slug(self, data):
        """Not that of another entry, now or once; the row of a copy carries its mark."""
        slug = data.get("slug")
        if not slug:
            return
        own = [self.instance.pk, self.instance.copy_of_id]
        others = Intervention.objects.exclude(pk__in=[pk for pk in own if pk])
        self.add_problems(rules.name_problems(field="slug", name=slug, room=SLUG_ROOM))
        if others.filter(slug__in=[slug, slug + rules.COPY]).exists():
            self.add_problems({"slug": "En anden indsats har allerede denne adresse."})
        former = FormerSlug.objects.filter(slug=slug)
        if former.exclude(intervention__in=[pk for pk in own if pk]).exists():
            self.add_problems({"slug": "Adressen fører i dag videre til en anden indsats."})
        if self.instance.is_working_copy:
            data["slug"] = slug + rules.COPY
