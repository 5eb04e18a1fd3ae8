"""What each role gets at each address: the first letter by GET, the second by POST.

P  a page or file, 200             D  denied, 403
M  moved: a redirect elsewhere     N  not found, 404
L  a redirect to the login         R  refused: not by this method, 405

Names are those of the resolver, routes where it has none. The POST carries an empty form: it does
nothing, but whoever may not do it is turned away before anybody looks at it.
"""

GROUPS = ["Redaktør", "Godkender", "Administrator"]
ROLES = ["anonymous", "user", *GROUPS, "superuser"]

TABLE = """
#                                                     anon. user  Red.  Godk. Adm.  super

front                                                 PP    PP    PP    PP    PP    PP
interventions                                         PP    PP    PP    PP    PP    PP
interventions_csv                                     PR    PR    PR    PR    PR    PR
interventions_xlsx                                    PR    PR    PR    PR    PR    PR
interventions_json                                    PR    PR    PR    PR    PR    PR
intervention_json                                     PR    PR    PR    PR    PR    PR
intervention                                          PP    PP    PP    PP    PP    PP
intervention_bib                                      PR    PR    PR    PR    PR    PR
intervention_ris                                      PR    PR    PR    PR    PR    PR
intervention_history                                  PP    PP    PP    PP    PP    PP
news                                                  PP    PP    PP    PP    PP    PP
news_feed                                             PR    PR    PR    PR    PR    PR
find                                                  PP    PP    PP    PP    PP    PP
suggestions                                           PP    PP    PP    PP    PP    PP
proposal                                              PP    PP    PP    PP    PP    PP
proposal_thanks                                       PR    PR    PR    PR    PR    PR
compare                                               PP    PP    PP    PP    PP    PP
brief                                                 PP    PP    PP    PP    PP    PP
themes                                                PP    PP    PP    PP    PP    PP
theme                                                 PP    PP    PP    PP    PP    PP
evidence                                              PP    PP    PP    PP    PP    PP
evidence_map                                          PP    PP    PP    PP    PP    PP
figures                                               PP    PP    PP    PP    PP    PP
sources                                               PP    PP    PP    PP    PP    PP
source                                                PP    PP    PP    PP    PP    PP
data                                                  PP    PP    PP    PP    PP    PP
data_examples                                         PP    PP    PP    PP    PP    PP
data_openapi                                          PR    PR    PR    PR    PR    PR
data_descriptor                                       PR    PR    PR    PR    PR    PR
data_package                                          PR    PR    PR    PR    PR    PR
data_table                                            PR    PR    PR    PR    PR    PR
municipalities                                        PP    PP    PP    PP    PP    PP
municipality                                          PP    PP    PP    PP    PP    PP
about                                                 PP    PP    PP    PP    PP    PP
accessibility                                         PP    PP    PP    PP    PP    PP
privacy                                               PP    PP    PP    PP    PP    PP
was                                                   MM    MM    MM    MM    MM    MM
healthz                                               PP    PP    PP    PP    PP    PP
readyz                                                PP    PP    PP    PP    PP    PP
sitemap                                               PP    PP    PP    PP    PP    PP
favicon                                               MM    MM    MM    MM    MM    MM
opensearch                                            PP    PP    PP    PP    PP    PP
security                                              NN    NN    NN    NN    NN    NN
robots                                                PP    PP    PP    PP    PP    PP

admin:index                                           LL    LL    PP    PP    PP    PP
admin:login                                           PP    PP    MP    MP    MP    MP
admin:logout                                          MM    MM    RP    RP    RP    RP
admin:password_change                                 LL    LL    PP    PP    PP    PP
admin:password_change_done                            LL    LL    PR    PR    PR    PR
admin:autocomplete                                    LL    LL    PR    PR    PR    PR
admin:jsi18n                                          LL    LL    PR    PR    PR    PR
admin:view_on_site                                    LL    LL    MM    MM    MM    MM
admin:app_list                                        LL    LL    PP    PP    PP    PP
admin/(?P<url>.*)$                                    LL    LL    NN    NN    NN    NN

admin:municipalities_region_export                    LL    LL    PP    PP    PP    PP
admin:municipalities_region_changelist                LL    LL    PP    PP    PP    PP
admin:municipalities_region_add                       LL    LL    DD    DD    PP    PP
admin:municipalities_region_history                   LL    LL    PP    PP    PP    PP
admin:municipalities_region_delete                    LL    LL    DD    DD    PP    PP
admin:municipalities_region_change                    LL    LL    PD    PD    PP    PP
admin/municipalities/region/<path:object_id>/         LL    LL    MM    MM    MM    MM

admin:municipalities_municipality_export              LL    LL    PP    PP    PP    PP
admin:municipalities_municipality_changelist          LL    LL    PP    PP    PP    PP
admin:municipalities_municipality_add                 LL    LL    DD    DD    PP    PP
admin:municipalities_municipality_history             LL    LL    PP    PP    PP    PP
admin:municipalities_municipality_delete              LL    LL    DD    DD    PP    PP
admin:municipalities_municipality_change              LL    LL    PD    PD    PP    PP
admin/municipalities/municipality/<path:object_id>/   LL    LL    MM    MM    MM    MM

admin:interventions_claim_export                      LL    LL    PP    PP    PP    PP
admin:interventions_claim_changelist                  LL    LL    PP    PP    PP    PP
admin:interventions_claim_add                         LL    LL    DD    PP    PP    PP
admin:interventions_claim_history                     LL    LL    PP    PP    PP    PP
admin:interventions_claim_delete                      LL    LL    DD    PP    PP    PP
admin:interventions_claim_change                      LL    LL    PD    PP    PP    PP
admin/interventions/claim/<path:object_id>/           LL    LL    MM    MM    MM    MM

admin:interventions_entrance_export                   LL    LL    PP    PP    PP    PP
admin:interventions_entrance_changelist               LL    LL    PP    PP    PP    PP
admin:interventions_entrance_add                      LL    LL    DD    DD    PP    PP
admin:interventions_entrance_history                  LL    LL    PP    PP    PP    PP
admin:interventions_entrance_delete                   LL    LL    DD    DD    PP    PP
admin:interventions_entrance_change                   LL    LL    PD    PD    PP    PP
admin/interventions/entrance/<path:object_id>/        LL    LL    MM    MM    MM    MM

admin:interventions_evidencetier_export               LL    LL    PP    PP    PP    PP
admin:interventions_evidencetier_changelist           LL    LL    PP    PP    PP    PP
admin:interventions_evidencetier_add                  LL    LL    DD    DD    PP    PP
admin:interventions_evidencetier_history              LL    LL    PP    PP    PP    PP
admin:interventions_evidencetier_delete               LL    LL    DD    DD    PP    PP
admin:interventions_evidencetier_change               LL    LL    PD    PD    PP    PP
admin/interventions/evidencetier/<path:object_id>/    LL    LL    MM    MM    MM    MM

admin:interventions_ledger_export                     LL    LL    PP    PP    PP    PP
admin:interventions_ledger_changelist                 LL    LL    PP    PP    PP    PP
admin:interventions_ledger_add                        LL    LL    DD    DD    DD    DD
admin:interventions_ledger_history                    LL    LL    PP    PP    PP    PP
admin:interventions_ledger_delete                     LL    LL    DD    DD    DD    DD
admin:interventions_ledger_change                     LL    LL    PD    PD    PD    PD
admin/interventions/ledger/<path:object_id>/          LL    LL    MM    MM    MM    MM

admin:interventions_relation_export                   LL    LL    PP    PP    PP    PP
admin:interventions_relation_changelist               LL    LL    PP    PP    PP    PP
admin:interventions_relation_add                      LL    LL    DD    DD    DD    DD
admin:interventions_relation_history                  LL    LL    PP    PP    PP    PP
admin:interventions_relation_delete                   LL    LL    DD    DD    DD    DD
admin:interventions_relation_change                   LL    LL    PD    PD    PD    PD
admin/interventions/relation/<path:object_id>/        LL    LL    MM    MM    MM    MM

admin:interventions_intervention_step                 LL    LL    DN    DN    DN    DN
admin:interventions_intervention_drop                 LL    LL    NN    NN    NN    NN
admin:interventions_intervention_preview              LL    LL    PP    PP    PP    PP
admin:interventions_intervention_revert               LL    LL    PM    PM    PM    PM
admin:interventions_intervention_import               LL    LL    PP    PP    PP    PP
admin:interventions_intervention_import_preview       LL    LL    MM    MM    MM    MM
admin:interventions_intervention_import_template      LL    LL    PP    PP    PP    PP
admin:interventions_intervention_export               LL    LL    PP    PP    PP    PP
admin:interventions_intervention_changelist           LL    LL    PP    PP    PP    PP
admin:interventions_intervention_add                  LL    LL    PP    PP    PP    PP
admin:interventions_intervention_history              LL    LL    PP    PP    PP    PP
admin:interventions_intervention_delete               LL    LL    DD    DD    DD    DD
admin:interventions_intervention_change               LL    LL    PD    PD    PD    PD
admin/interventions/intervention/<path:object_id>/    LL    LL    MM    MM    MM    MM

admin:interventions_organisation_export               LL    LL    PP    PP    PP    PP
admin:interventions_organisation_changelist           LL    LL    PP    PP    PP    PP
admin:interventions_organisation_add                  LL    LL    PP    PP    PP    PP
admin:interventions_organisation_history              LL    LL    PP    PP    PP    PP
admin:interventions_organisation_delete               LL    LL    PP    PP    PP    PP
admin:interventions_organisation_change               LL    LL    PP    PP    PP    PP
admin/interventions/organisation/<path:object_id>/    LL    LL    MM    MM    MM    MM

admin:interventions_proposal_export                   LL    LL    PP    PP    PP    PP
admin:interventions_proposal_changelist               LL    LL    PP    PP    PP    PP
admin:interventions_proposal_add                      LL    LL    DD    DD    DD    DD
admin:interventions_proposal_history                  LL    LL    PP    PP    PP    PP
admin:interventions_proposal_delete                   LL    LL    PP    PP    PP    PP
admin:interventions_proposal_change                   LL    LL    PM    PM    PM    PM
admin/interventions/proposal/<path:object_id>/        LL    LL    MM    MM    MM    MM

admin:interventions_source_export                     LL    LL    PP    PP    PP    PP
admin:interventions_source_changelist                 LL    LL    PP    PP    PP    PP
admin:interventions_source_add                        LL    LL    PP    PP    PP    PP
admin:interventions_source_history                    LL    LL    PP    PP    PP    PP
admin:interventions_source_delete                     LL    LL    PP    PP    PP    PP
admin:interventions_source_change                     LL    LL    PP    PP    PP    PP
admin/interventions/source/<path:object_id>/          LL    LL    MM    MM    MM    MM

admin:interventions_synonymset_export                 LL    LL    PP    PP    PP    PP
admin:interventions_synonymset_changelist             LL    LL    PP    PP    PP    PP
admin:interventions_synonymset_add                    LL    LL    DD    DD    PP    PP
admin:interventions_synonymset_history                LL    LL    PP    PP    PP    PP
admin:interventions_synonymset_delete                 LL    LL    DD    DD    PP    PP
admin:interventions_synonymset_change                 LL    LL    PD    PD    PP    PP
admin/interventions/synonymset/<path:object_id>/      LL    LL    MM    MM    MM    MM

admin:interventions_theme_export                      LL    LL    PP    PP    PP    PP
admin:interventions_theme_changelist                  LL    LL    PP    PP    PP    PP
admin:interventions_theme_add                         LL    LL    DD    DD    PP    PP
admin:interventions_theme_history                     LL    LL    PP    PP    PP    PP
admin:interventions_theme_delete                      LL    LL    DD    DD    PP    PP
admin:interventions_theme_change                      LL    LL    PD    PD    PP    PP
admin/interventions/theme/<path:object_id>/           LL    LL    MM    MM    MM    MM

admin:interventions_targetgroup_export                LL    LL    PP    PP    PP    PP
admin:interventions_targetgroup_changelist            LL    LL    PP    PP    PP    PP
admin:interventions_targetgroup_add                   LL    LL    DD    DD    PP    PP
admin:interventions_targetgroup_history               LL    LL    PP    PP    PP    PP
admin:interventions_targetgroup_delete                LL    LL    DD    DD    PP    PP
admin:interventions_targetgroup_change                LL    LL    PD    PD    PP    PP
admin/interventions/targetgroup/<path:object_id>/     LL    LL    MM    MM    MM    MM

admin:interventions_phase_export                      LL    LL    PP    PP    PP    PP
admin:interventions_phase_changelist                  LL    LL    PP    PP    PP    PP
admin:interventions_phase_add                         LL    LL    DD    DD    PP    PP
admin:interventions_phase_history                     LL    LL    PP    PP    PP    PP
admin:interventions_phase_delete                      LL    LL    DD    DD    PP    PP
admin:interventions_phase_change                      LL    LL    PD    PD    PP    PP
admin/interventions/phase/<path:object_id>/           LL    LL    MM    MM    MM    MM

admin:interventions_programme_export                  LL    LL    PP    PP    PP    PP
admin:interventions_programme_changelist              LL    LL    PP    PP    PP    PP
admin:interventions_programme_add                     LL    LL    DD    DD    PP    PP
admin:interventions_programme_history                 LL    LL    PP    PP    PP    PP
admin:interventions_programme_delete                  LL    LL    DD    DD    PP    PP
admin:interventions_programme_change                  LL    LL    PD    PD    PP    PP
admin/interventions/programme/<path:object_id>/       LL    LL    MM    MM    MM    MM

admin:interventions_characteristic_export             LL    LL    PP    PP    PP    PP
admin:interventions_characteristic_changelist         LL    LL    PP    PP    PP    PP
admin:interventions_characteristic_add                LL    LL    DD    DD    PP    PP
admin:interventions_characteristic_history            LL    LL    PP    PP    PP    PP
admin:interventions_characteristic_delete             LL    LL    DD    DD    PP    PP
admin:interventions_characteristic_change             LL    LL    PD    PD    PP    PP
admin/interventions/characteristic/<path:object_id>/  LL    LL    MM    MM    MM    MM

admin:auth_user_password_change                       LL    LL    DD    DD    PP    PP
admin:auth_user_changelist                            LL    LL    DD    DD    PP    PP
admin:auth_user_add                                   LL    LL    DD    DD    PP    PP
admin:auth_user_history                               LL    LL    DD    DD    PP    PP
admin:auth_user_delete                                LL    LL    DD    DD    PP    PP
admin:auth_user_change                                LL    LL    DD    DD    PP    PP
admin/auth/user/<path:object_id>/                     LL    LL    MM    MM    MM    MM

admin:auth_group_changelist                           LL    LL    DD    DD    PP    PP
admin:auth_group_add                                  LL    LL    DD    DD    PP    PP
admin:auth_group_history                              LL    LL    DD    DD    PP    PP
admin:auth_group_delete                               LL    LL    DD    DD    PP    PP
admin:auth_group_change                               LL    LL    DD    DD    PP    PP
admin/auth/group/<path:object_id>/                    LL    LL    MM    MM    MM    MM
"""


def rows():
    """The cells of each address, by role."""
    lines = [line.split() for line in TABLE.splitlines() if line and not line.startswith("#")]
    return {name: dict(zip(ROLES, cells, strict=True)) for name, *cells in lines}
