from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("interventions", "0002_entrances")]

    operations = [
        migrations.AddField(
            model_name="claim",
            name="does_not_count",
            field=models.CharField(
                blank=True,
                help_text="Fx “hvor mange af dem der blev i uddannelsen”.",
                max_length=200,
                verbose_name="hvad tallet ikke tæller",
            ),
        ),
    ]
