"""Proposals: what waits, what belongs beside an entry's form, what is to be forgotten."""

from datetime import timedelta

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import salted_hmac


def this_hour():
    """When the hour began that we are in."""
    return timezone.now().replace(minute=0, second=0, microsecond=0)


class ProposalQuerySet(models.QuerySet):
    """What editors ask of proposals. There is no public side."""

    def waiting(self):
        """Those that nobody has taken up."""
        return self.filter(status="ny")

    def material_for(self, entry):
        """What an editor needs beside the form of an entry.

        The proposals that it was made of, and the reports on it that are not closed.
        """
        return self.filter(Q(draft=entry) | Q(entry=entry) & ~Q(status="lukket"))

    def with_contact(self):
        """Those whose sender we still know."""
        return self.exclude(consented_on=None)

    def contacts_due(self):
        """Those that have been closed for so long that we may not know the sender any more."""
        last = timezone.localdate() - timedelta(days=settings.SUGGESTION_CONTACT_DAYS)
        return self.with_contact().filter(closed_on__lte=last)

    def delete_contacts(self):
        """Forget who sent them; how many were changed."""
        return self.with_contact().update(contact_name="", contact_email="", consented_on=None)


class ProposalQuotaQuerySet(models.QuerySet):
    """The count of proposals for each address and hour."""

    def take(self, address):
        """Count one more proposal from this address; False when this hour's quota is used up.

        One conditional UPDATE, so that parallel requests in several processes cannot pass together.
        """
        hour = this_hour()
        mark = salted_hmac(
            "interventions.proposals", f"{hour.isoformat()} {address}", algorithm="sha256"
        ).hexdigest()
        self.forget_past_hours()
        self.get_or_create(mark=mark, defaults={"hour": hour})
        room = self.filter(mark=mark, taken__lt=settings.SUGGESTIONS_PER_HOUR)
        return bool(room.update(taken=F("taken") + 1))

    def forget_past_hours(self):
        """Delete the marks that count for nothing any more; how many there were."""
        return self.filter(hour__lt=this_hour()).delete()[0]
