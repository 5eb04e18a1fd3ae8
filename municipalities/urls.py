"""The permanent addresses of the municipalities."""

from django.urls import path

from municipalities import views

urlpatterns = [
    path("kommuner/", views.municipality_list, name="municipalities"),
    path("kommuner/<slug:slug>/", views.municipality_detail, name="municipality"),
]
