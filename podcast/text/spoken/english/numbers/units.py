"""Units of measure: what is said for their signs, for one and for many.

UNITS["km"]    # ("kilometer", "kilometers")
"""

from podcast.text.spoken.regex import regex
from podcast.text.spoken.rule import Style

# sign=one, or sign=one/many where many is more than an s at the end
_TABLE = """
km=kilometer, m=meter, dm=decimeter, cm=centimeter, mm=millimeter, nm=nanometer, µm=micrometer, mi=mile, ly=light-year
ft=foot/feet, in=inch/inches, yd=yard, yds=yard, kg=kilogram, g=gram, mg=milligram, µg=microgram, mcg=microgram
t=tonne, Mt=megatonne, Gt=gigatonne, oz=ounce, lb=pound, lbs=pound
L=liter, l=liter, ml=milliliter, mL=milliliter, cl=centiliter, cL=centiliter, dl=deciliter, dL=deciliter
gal=gallon, pt=pint, qt=quart, tbsp=tablespoon, tsp=teaspoon, ha=hectare
s=second, sec=second, secs=second, ms=millisecond, µs=microsecond, ns=nanosecond, min=minute, mins=minute
h=hour, hr=hour, hrs=hour, yr=year, yrs=year, wk=week, wks=week
mph=mile per hour/miles per hour, kph=kilometer per hour/kilometers per hour, kmh=kilometer per hour/kilometers per hour
mpg=mile per gallon/miles per gallon, fps=frame per second/frames per second, kn=knot
rpm=revolution per minute/revolutions per minute, bpm=beat per minute/beats per minute
psi=pound per square inch/pounds per square inch, ppm=part per million/parts per million
ppb=part per billion/parts per billion, bp=basis point, bps=basis point
B=byte, kB=kilobyte, KB=kilobyte, MB=megabyte, GB=gigabyte, TB=terabyte, PB=petabyte
KiB=kibibyte, MiB=mebibyte, GiB=gibibyte, TiB=tebibyte
bit=bit, kbit=kilobit, Mbit=megabit, Gbit=gigabit, Tbit=terabit, kb=kilobit, Kb=kilobit, Mb=megabit, Gb=gigabit
kbps=kilobit per second/kilobits per second, Kbps=kilobit per second/kilobits per second
Mbps=megabit per second/megabits per second, Gbps=gigabit per second/gigabits per second
Tbps=terabit per second/terabits per second
Hz=hertz/hertz, kHz=kilohertz/kilohertz, MHz=megahertz/megahertz, GHz=gigahertz/gigahertz, THz=terahertz/terahertz
W=watt, mW=milliwatt, kW=kilowatt, MW=megawatt, GW=gigawatt, TW=terawatt, hp=horsepower/horsepower
Wh=watt-hour, kWh=kilowatt-hour, MWh=megawatt-hour, GWh=gigawatt-hour, TWh=terawatt-hour
V=volt, mV=millivolt, kV=kilovolt, A=amp, mA=milliamp, mAh=milliamp-hour, Ah=amp-hour, Ω=ohm, kΩ=kiloohm
Pa=pascal, hPa=hectopascal, kPa=kilopascal, MPa=megapascal, GPa=gigapascal, mbar=millibar, atm=atmosphere
J=joule, kJ=kilojoule, MJ=megajoule, GJ=gigajoule, cal=calorie, kcal=kilocalorie, kN=kilonewton, Nm=newton meter
K=kelvin/kelvin, AU=astronomical unit, dB=decibel, lm=lumen, lx=lux/lux, mol=mole
px=pixel, dpi=dot per inch/dots per inch, ppi=pixel per inch/pixels per inch, MP=megapixel
"""
_LOOSE = {
    "KM": "km",
    "Km": "km",
    "KG": "kg",
    "Kg": "kg",
    "MPH": "mph",
    "CM": "cm",
    "KW": "kW",
    "KWh": "kWh",
    "KHz": "kHz",
}

#: What may be the measure of another: "per hour".
_RATES = (
    "h=hour, hr=hour, s=second, sec=second, min=minute, d=day, day=day, wk=week, week=week, mo=month, month=month, "
    "yr=year, year=year, hour=hour, second=second, minute=minute, person=person, km=kilometer, m=meter, mi=mile, "
    "mile=mile, kg=kilogram, g=gram, L=liter, l=liter, dL=deciliter, dl=deciliter, mL=milliliter, ml=milliliter, "
    "ha=hectare, cm=centimeter, lb=pound, gal=gallon, mol=mole, in=inch, ft=foot"
)


def _read(table: str) -> dict[str, tuple[str, str]]:
    units = {}
    for entry in table.strip().replace("\n", ", ").split(", "):
        sign, _, names = entry.partition("=")
        one, _, many = names.partition("/")
        units[sign] = (one, many or f"{one}s")
        if "µ" in sign:  # the micro sign, and the Greek letter that looks like it
            units[sign.replace("µ", "μ")] = units[sign]
    return units


UNITS = _read(_TABLE)
UNITS |= {loose: UNITS[sign] for loose, sign in _LOOSE.items()}
RATES = {sign: one for sign, (one, _) in _read(_RATES).items()}
#: After which a "." is no end of a sentence if a small letter comes next.
ABBREVIATED = frozenset("in ft yd yds oz lb lbs min mins sec secs hr hrs yr yrs wk wks mi gal pt qt tbsp tsp".split())
POWERS = {"²": "square ", "2": "square ", "³": "cubic ", "3": "cubic ", "": ""}
#: Signs that are words or names, too.
AMBIGUOUS = frozenset("in m s A K B t W V L".split())


def local_name(name: str, style: Style) -> str:
    """British spelling is made of the American."""
    return name if style.is_american else _AMERICAN.sub(r"\1re", name)


_AMERICAN = regex(r"\b((?:kilo|centi|milli|micro|nano|deci)?(?:met|lit))er")
