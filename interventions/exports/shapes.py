"""The JSON documents around the rows: their members, and the same as JSON Schema.

The text beside each type is what the description for machines says of it.
"""

from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from types import NoneType, UnionType
from typing import Annotated, get_args, get_origin

_SCHEMAS = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    date: {"type": "string", "format": "date"},
    dict: {"type": "object"},
}


@dataclass(frozen=True)
class Licence:
    """The licence of our own texts."""

    id: Annotated[str, "Licensens korte navn."]
    name: Annotated[str, "Licensens navn."]
    url: Annotated[str, "Hvor licensen kan læses."]


@dataclass(frozen=True)
class Stamp:
    """What every document begins with."""

    self: Annotated[str, "Dokumentets egen adresse."]
    content_version: Annotated[int, "Indholdets version. Hver offentlig ændring giver en ny."]
    content_version_date: Annotated[date, "Dagen, indholdet sidst blev ændret."]
    licence: Annotated[Licence, "Licensen på redaktionens egne tekster."]
    citation: Annotated[str, "Sådan henviser du."]


@dataclass(frozen=True)
class Correction:
    """A word that a search took for another."""

    typed: Annotated[str, "Ordet, som ingen indsats bruger."]
    used: Annotated[str, "Ordet, der er søgt på i stedet."]


@dataclass(frozen=True)
class Search:
    """How the words of a search were understood."""

    words: Annotated[list[str], "Søgeordene, som de er forstået."]
    required: Annotated[int, "Hvor mange af ordene en indsats mindst har."]
    corrected: Annotated[list[Correction], "Ord, der er rettet."]
    in_part: Annotated[list[str], "Ord, som kun en del af er søgt med."]
    in_pieces: Annotated[list[str], "Ord, som ingen indsats skriver i ét, men nogle har delene af."]
    missing: Annotated[list[str], "Ord, som ingen indsats bruger."]
    without_case: Annotated[list[str], "Kommuner, der er søgt på og ikke har nogen case."]
    also: Annotated[list[str], "Ord, der betyder det samme og er søgt med."]


@dataclass(frozen=True)
class ListHead(Stamp):
    """What stands before the rows of a list."""

    count: Annotated[int, "Antal indsatser i udvalget; alle er med."]
    filters: Annotated[dict, "De parametre, der er i brug."]
    sort: Annotated[str, "Rækkefølgen."]
    search: Annotated[Search | None, "Hvordan søgeordene er forstået."]


@dataclass(frozen=True)
class Option:
    """One value of a facet."""

    value: Annotated[str, "Værdien, som den står i adressen."]
    label: Annotated[str, "Værdiens navn."]
    count: Annotated[int, "Listens længde, hvis kun denne værdi var valgt her."]
    chosen: Annotated[bool, "Om den er valgt."]


@dataclass(frozen=True)
class Facet:
    """One facet of the list."""

    name: Annotated[str, "Parameterens navn."]
    label: Annotated[str, "Navnet på filteret."]
    options: Annotated[list[Option], "Værdierne i sidens rækkefølge."]


@dataclass(frozen=True)
class WrongParameter:
    """A parameter that could not be used."""

    parameter: Annotated[str, "Parameterens navn."]
    value: Annotated[str, "Værdien, højst 60 tegn af den."]
    message: Annotated[str, "Hvad der er galt."]


@dataclass(frozen=True)
class ProblemDocument:
    """RFC 9457."""

    type: Annotated[str, "Hvor slags fejl er forklaret."]
    title: Annotated[str, "Fejlens navn."]
    status: Annotated[int, "HTTP-status."]
    detail: Annotated[str, "Hvad der er galt her."]
    problems: Annotated[list[WrongParameter], "De parametre, der er noget galt med."]


def schema(cls):
    """An object with these members, all of them there, and no others."""
    return closed({field.name: _of(field.type) for field in fields(cls)})


def closed(properties, **others):
    """An object with exactly these members."""
    return {
        "type": "object",
        **others,
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _of(annotation):
    if get_origin(annotation) is Annotated:
        inner, description = get_args(annotation)
        return {**_of(inner), "description": description}
    if get_origin(annotation) is list:
        return {"type": "array", "items": _of(*get_args(annotation))}
    if isinstance(annotation, UnionType):
        return {"anyOf": [_of(one) for one in get_args(annotation)]}
    if annotation is NoneType:
        return {"type": "null"}
    return schema(annotation) if is_dataclass(annotation) else _SCHEMAS[annotation]
