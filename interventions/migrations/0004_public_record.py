"""What each version was to the public, kept in its row."""

from django.db import migrations, models


def fill(apps, schema_editor):
    """Versions that are there already, in their order. A new base has none and asks for no code."""
    versions = apps.get_model("interventions", "Version")
    if not versions.objects.exists():
        return
    from interventions import public_record
    from interventions.querysets.versions import VersionQuerySet

    rows = VersionQuerySet(versions)
    for pk in rows.filter(in_copy=False).order_by("entry", "number").values_list("pk", flat=True):
        version = rows.select_related("entry").get(pk=pk)
        earlier = rows.filter(entry=version.entry_id, number__lt=version.number)
        public_record.fill(version, earlier)
        version.save()


class Migration(migrations.Migration):

    dependencies = [
        ('interventions', '0003_roles'),
    ]

    operations = [
        migrations.AddField(
            model_name='version',
            name='change',
            field=models.CharField(blank=True, choices=[('ny', 'Ny indsats'), ('igen', 'Udgivet igen'), ('vurderet', 'Ny vurdering'), ('uden-vurdering', 'Vurdering taget væk'), ('aendret', 'Ændret'), ('gennemset', 'Gennemset'), ('taget-ned', 'Taget ned')], editable=False, max_length=16),
        ),
        migrations.AddField(
            model_name='version',
            name='changed',
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.AddField(
            model_name='version',
            name='public_from',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='version',
            name='public_until',
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name='version',
            name='topics',
            field=models.TextField(blank=True, editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
