"""How values of the podcast namespace (NS) are written: for what a show sets, and for what any feed says."""

import re

GEO = re.compile(r"geo:-?\d{1,2}(\.\d+)?,-?\d{1,3}(\.\d+)?(,-?\d+(\.\d+)?)?(;.+)?")  # RFC 5870: "geo:59.86,17.64"
OSM = re.compile(r"[NWR]\d+(#\d+)?")  # NS, <podcast:location>: a node, way or relation of OpenStreetMap, "R113314"
LICENSE_ID = re.compile(r"[a-z0-9][a-z0-9.+-]*")  # NS, <podcast:license>: SPDX's, in lower case, "cc-by-4.0"
RRULE = re.compile(  # RFC 5545, 3.3.10: "FREQ=WEEKLY;INTERVAL=2"; FREQ comes first
    r"FREQ=(SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(;[A-Z]+=[A-Z0-9,+-]+)*"
)
