"""The SDMX structure of the observations: concepts, code lists, data structure and data flow, as SDMX-JSON 2.0."""

from __future__ import annotations

from dataclasses import dataclass

AGENCY, VERSION = "VNREPORT", "1.0"
DATAFLOW = f"{AGENCY}:INDICATORS({VERSION})"

SCHEMA = "https://json.sdmx.org/2.0.0/sdmx-json-structure-schema.json"

_PREPARED = "2026-01-01T00:00:00Z"
"""When this version of the structure was made; it is the same for every run."""

_URN = "urn:sdmx:org.sdmx.infomodel."


@dataclass(frozen=True, slots=True)
class Component:
    """A column of the data: its concept, and the codes that it may hold, or the SDMX type of free values."""

    id: str
    name: str
    type: str = "String"
    codes: tuple[tuple[str, str], ...] = ()
    required: bool = False


NOT_APPLICABLE = "_Z"
FREQUENCIES = (
    ("A", "Year"),
    ("S", "Half-year"),
    ("Q", "Quarter"),
    ("M", "Month"),
    ("D", "Day"),
    ("_O", "Other stretch of time"),
)
STATUSES = (("A", "Actual"), ("E", "Estimate"), ("T", "Target"), ("F", "Forecast"))
TRANSFORMATIONS = (
    ("N", "The figure itself"),
    ("UP", "Rise against the baseline"),
    ("DOWN", "Fall against the baseline"),
    ("FLAT", "No change against the baseline"),
    ("TIMES", "Multiple of the baseline"),
    ("RATIO", "Ratio to the baseline"),
)
BOUNDS = (
    ("EQ", "Exactly"),
    ("AP", "About"),
    ("GT", "More than"),
    ("LT", "Less than"),
    ("GE", "At least"),
    ("LE", "At most"),
)

DIMENSIONS = (
    Component("FREQ", "Length of the period", codes=FREQUENCIES),
    Component("INDICATOR", "What is measured"),
    Component("REF_AREA", "Places, organisations or groups that the figure is about; _Z where none is named"),
    Component("UNIT_MEASURE", "Unit: %, pp, x, ISO 4217, UCUM or a counted noun; _Z for a bare figure"),
    Component("TRANSFORMATION", "The figure itself, or how it changed", codes=TRANSFORMATIONS),
    Component("DOCUMENT", "Number of the document in the run", "Integer"),
    Component("RECORD", "Record of the document, with its comparison (r7.c1) or end of its range (r7.low)"),
)
TIME = Component("TIME_PERIOD", "Period or day of the figure", "ObservationalTimePeriod")
MEASURE = Component("OBS_VALUE", "Figure, before its multiplier", "Decimal")
ATTRIBUTES = (
    Component("UNIT_MULT", "Power of ten that the figure is to be multiplied by", "Integer", required=True),
    Component("OBS_STATUS", "Status of the figure", codes=STATUSES, required=True),
    Component("VALUE_BOUND", "Whether the figure is exact or a bound", codes=BOUNDS, required=True),
    Component("AS_OF", "Whether the figure is a state at the last day of its period", "Boolean", required=True),
    Component("BASE_PERIOD", "Period of the baseline, ISO 8601 or EDTF"),
    Component("CONFIDENCE", "Chance that the record is right", "Double", required=True),
    Component("DOCUMENT_ID", "Id of the document"),
    Component("DOCUMENT_DATE", "Date of the document"),
)
COLUMNS = (*DIMENSIONS, TIME, MEASURE, *ATTRIBUTES)


def structure_message() -> dict[str, object]:
    """The structure message as plain data."""
    concepts = [{"id": column.id, "name": column.name} for column in COLUMNS]
    lists = [
        {
            **_artefact(f"CL_{column.id}", column.name),
            "codes": [{"id": code, "name": name} for code, name in column.codes],
        }
        for column in COLUMNS
        if column.codes
    ]
    return {
        "meta": {
            "schema": SCHEMA,
            "id": "VNREPORT_INDICATORS",
            "test": False,
            "prepared": _PREPARED,
            "contentLanguages": ["en"],
            "sender": {"id": AGENCY},
        },
        "data": {
            "conceptSchemes": [{**_artefact("CS_INDICATORS", "Concepts of indicator records"), "concepts": concepts}],
            "codelists": lists,
            "dataStructures": [_data_structure()],
            "dataflows": [
                {
                    **_artefact("INDICATORS", "Indicator records of reports"),
                    "structure": f"{_URN}datastructure.DataStructure={AGENCY}:DSD_INDICATORS({VERSION})",
                }
            ],
        },
    }


def _data_structure() -> dict[str, object]:
    """The data structure definition."""
    attributes = [
        {
            **_component(column),
            "usage": "mandatory" if column.required else "optional",
            "attributeRelationship": {"observation": {}},
        }
        for column in ATTRIBUTES
    ]
    dimensions = [{**_component(column), "position": at} for at, column in enumerate(DIMENSIONS)]
    return {
        **_artefact("DSD_INDICATORS", "Indicator records of reports"),
        "dataStructureComponents": {
            "attributeList": {"id": "AttributeDescriptor", "attributes": attributes},
            "dimensionList": {
                "id": "DimensionDescriptor",
                "dimensions": dimensions,
                "timeDimension": _component(TIME),
            },
            "measureList": {"id": "MeasureDescriptor", "measures": [{**_component(MEASURE), "usage": "mandatory"}]},
        },
    }


def _artefact(name: str, title: str) -> dict[str, object]:
    """What every artefact starts with."""
    return {"id": name, "agencyID": AGENCY, "version": VERSION, "name": title}


def _component(column: Component) -> dict[str, object]:
    """The reference to a column's concept and its representation."""
    concept = f"{_URN}conceptscheme.Concept={AGENCY}:CS_INDICATORS({VERSION}).{column.id}"
    if column.codes:
        representation: dict[str, object] = {
            "enumeration": f"{_URN}codelist.Codelist={AGENCY}:CL_{column.id}({VERSION})"
        }
    else:
        representation = {"format": {"dataType": column.type}}
    return {"id": column.id, "conceptIdentity": concept, "localRepresentation": representation}
