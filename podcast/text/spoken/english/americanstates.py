"""The states of America: as newspapers have them, as the post has them, and cities that tell which letters are one."""

from podcast.text.spoken.english.context import table
from podcast.text.wordlist import each

STATES = table("""
    Ala. = Alabama
    Ariz. = Arizona
    Ark. = Arkansas
    Calif. = California
    Colo. = Colorado
    Conn. = Connecticut
    Del. = Delaware
    Fla. = Florida
    Ga. = Georgia
    Ill. = Illinois
    Ind. = Indiana
    Kan. = Kansas
    Ky. = Kentucky
    La. = Louisiana
    Md. = Maryland
    Mass. = Massachusetts
    Mich. = Michigan
    Minn. = Minnesota
    Miss. = Mississippi
    Mo. = Missouri
    Mont. = Montana
    Neb. = Nebraska
    Nev. = Nevada
    N.H. = New Hampshire
    N.J. = New Jersey
    N.M. = New Mexico
    N.Y. = New York
    N.C. = North Carolina
    N.D. = North Dakota
    Okla. = Oklahoma
    Ore. = Oregon
    Pa. = Pennsylvania
    R.I. = Rhode Island
    S.C. = South Carolina
    S.D. = South Dakota
    Tenn. = Tennessee
    Tex. = Texas
    Vt. = Vermont
    Va. = Virginia
    Wash. = Washington
    W.Va. = West Virginia
    W. Va. = West Virginia
    Wis. = Wisconsin
    Wyo. = Wyoming
""")
#: Those that are no other word or name, so that no city need stand before them: "in Calif."
ALONE = frozenset(each("Ala. Ariz. Calif. Conn. Fla. Kan. Mass. Mich. Minn. Neb. Nev. Okla. Ore. Tenn. Tex. Wis. Wyo."))
#: As the post has them: after the name of a place. Some are degrees and offices too, and want the ZIP code beside them.
POSTAL = table("""
    AK = Alaska
    AL = Alabama
    AR = Arkansas
    AZ = Arizona
    CA = California
    CT = Connecticut
    DE = Delaware
    FL = Florida
    GA = Georgia
    IA = Iowa
    IL = Illinois
    KS = Kansas
    KY = Kentucky
    MI = Michigan
    MN = Minnesota
    MT = Montana
    NC = North Carolina
    ND = North Dakota
    NE = Nebraska
    NH = New Hampshire
    NJ = New Jersey
    NM = New Mexico
    NV = Nevada
    NY = New York
    RI = Rhode Island
    SC = South Carolina
    SD = South Dakota
    TN = Tennessee
    TX = Texas
    UT = Utah
    VA = Virginia
    VT = Vermont
    WA = Washington
    WI = Wisconsin
    WV = West Virginia
    WY = Wyoming
""")
#: Provinces of Canada, each after one of its cities.
PROVINCES = table("""
    AB = Alberta
    BC = British Columbia
    MB = Manitoba
    NB = New Brunswick
    NL = Newfoundland
    NS = Nova Scotia
    ON = Ontario
    PE = Prince Edward Island
    QC = Quebec
    SK = Saskatchewan
""")
WITH_ZIP = table("""
    HI = Hawaii
    ID = Idaho
    LA = Louisiana
    ME = Maine
    OH = Ohio
    OK = Oklahoma
    CO = Colorado
    MA = Massachusetts
    MD = Maryland
    MO = Missouri
    MS = Mississippi
    PA = Pennsylvania
""")
#: Where a city of theirs stands before it, they need no ZIP code.
CITIES = {
    state: frozenset(each(cities))
    for state, cities in {
        "PA": "Philadelphia Pittsburgh Harrisburg Scranton Allentown Erie Lancaster Bethlehem Reading York Gettysburg",
        "ME": "Portland Bangor Augusta Lewiston Brunswick Rockland",
        "MA": "Boston Cambridge Worcester Springfield Salem Concord Lowell Amherst Somerville Plymouth Brookline",
        "OH": "Columbus Cleveland Cincinnati Toledo Dayton Akron Oberlin Youngstown",
        "MD": "Baltimore Annapolis Bethesda Rockville Frederick",
        "MO": "Louis City Columbia Independence Branson Joplin",
        "CO": "Denver Boulder Aspen Pueblo Springs Golden",
        "OK": "Tulsa Norman City Stillwater",
        "LA": "Orleans Rouge Lafayette Shreveport Charles",
        "MS": "Jackson Biloxi Oxford Tupelo Natchez Vicksburg",
        "ID": "Boise Pocatello Moscow",
        "HI": "Honolulu Hilo Kailua",
        "IN": "Indianapolis Gary Bloomington Evansville Bend Muncie Lafayette Haute Kokomo Wayne Hammond Elkhart",
        "OR": "Portland Salem Eugene Bend Medford Corvallis Ashland Hillsboro Beaverton Astoria",
        "AB": "Calgary Edmonton Banff Lethbridge Jasper",
        "BC": "Vancouver Victoria Kelowna Burnaby Surrey Nanaimo Kamloops Whistler Richmond",
        "MB": "Winnipeg Brandon",
        "NB": "Fredericton Moncton John",
        "NL": "John's John’s",
        "NS": "Halifax",
        "ON": "Toronto Ottawa Hamilton Kingston Windsor London Waterloo Kitchener Mississauga Guelph Sudbury",
        "PE": "Charlottetown",
        "QC": "Montreal Montréal Quebec Québec Laval Gatineau Sherbrooke",
        "SK": "Saskatoon Regina",
    }.items()
}
