"""The permanent Danish addresses of the knowledge base."""

from django.urls import path

from interventions import views

urlpatterns = [
    path("indsatser/", views.intervention_list, name="interventions"),
    path("indsatser.csv", views.interventions_csv, name="interventions_csv"),
    path("indsatser.xlsx", views.interventions_xlsx, name="interventions_xlsx"),
    path("indsatser.json", views.interventions_json, name="interventions_json"),
    path("indsatser/<str:slug>.json", views.intervention_json, name="intervention_json"),
    path("indsatser/<slug:slug>/", views.intervention_detail, name="intervention"),
    path("indsatser/<str:slug>.bib", views.intervention_bib, name="intervention_bib"),
    path("indsatser/<str:slug>.ris", views.intervention_ris, name="intervention_ris"),
    path(
        "indsatser/<slug:slug>/historik/", views.intervention_history, name="intervention_history"
    ),
    path("nyt/", views.news, name="news"),
    path("nyt.atom", views.news_feed, name="news_feed"),
    path("find/", views.guide, name="find"),
    path("forslag.json", views.suggestion_list, name="suggestions"),
    path("foreslaa/", views.proposal_form, name="proposal"),
    path("foreslaa/tak/", views.proposal_thanks, name="proposal_thanks"),
    path("sammenlign/", views.compare, name="compare"),
    path("notat/", views.brief, name="brief"),
    path("temaer/", views.theme_list, name="themes"),
    path("temaer/<slug:slug>/", views.theme_detail, name="theme"),
    path("evidens/", views.evidence, name="evidence"),
    path("evidenskort/", views.evidence_map, name="evidence_map"),
    path("tal/", views.figures, name="figures"),
    path("kilder/", views.source_list, name="sources"),
    path("kilder/<slug:slug>/", views.source_detail, name="source"),
    path("data/", views.data, name="data"),
    path("data/eksempler/", views.data_examples, name="data_examples"),
    path("data/openapi.json", views.data_openapi, name="data_openapi"),
    path("data/datapackage.json", views.data_descriptor, name="data_descriptor"),
    path("data/sosu-videnbase.zip", views.data_package, name="data_package"),
    path("data/<str:name>.csv", views.data_table, name="data_table"),
]
