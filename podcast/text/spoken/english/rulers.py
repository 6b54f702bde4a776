"""The numerals of rulers: Henry VIII, James VI and I, Louis XIV–XVI, Ntare IV of Ankole.

Those that hand a name down are listed; of others a rank before the name, or what is told of them, says that they rule.
A numeral after any other name is romans.py's. An "I" may also be the one who speaks: "With Henry I went home."
"""

import re

from podcast.text.spoken.english.context import is_name, word_after, word_before
from podcast.text.spoken.english.romans import COUNTED, may_be_first, ordinal, title
from podcast.text.spoken.regex import regex
from podcast.text.spoken.romans import value_of
from podcast.text.spoken.rule import SpokenRule, Style, _Said, part
from podcast.text.wordlist import each

#: Names that rulers and popes share, and others that are handed down.
_NAMES = frozenset(
    each("""
    Abbas Abdulhamid Abdülhamid Abdullah Abdülmecid Abdulmejid Adad Adolf Adrian Aethelred Afonso Agrippa Ahmed
    Ahmose Akbar Alamgir Alan Albert Albrecht Alexander Alexei Alexios Alexius Alfonso Alfred Amadeo Amadeus Amalric
    Amaru Amenemhat Amenhotep Anastasius Andrew Andronicus Andronikos Anne Antigonus Antiochus Archelaus Ardashir
    Artaxerxes Arthur Ashurbanipal Ashurnasirpal Attalus August Augustus Bahram Baldwin Basil Baudouin Bayezid Bela
    Béla Benedict Berengar Bogdan Bohemond Bolesław Boleslaw Boniface Boris Calixtus Callixtus Cambyses Canute Carl
    Carloman Carlos Carol Casimir Catherine Celestine Charles Childebert Childeric Chilperic Chlothar Chosroes
    Christian Christina Christopher Clement Cleopatra Clothar Clovis Cnut Conrad Constans Constantine Constantius
    Cosimo Cyril Cyrus Dagobert Daniel Darius David Demetrius Dinis Donald Duncan Dušan Edmund Edward Elizabeth
    Emanuel Emanuele Emmanuel Enrique Ercole Eric Erik Ernst Ethelred Eugene Eumenes Faisal Farouk Felipe Feodor
    Ferdinand Fernando Francesco Francis Francois François Franz Frederick Frederik Friedrich Fuad Fulk Fyodor
    Galeazzo Gelasius Geoffrey George Géza Ghazi Gregory Guglielmo Gustaf Gustav Gustavus Haakon Hadrian Hamilton
    Hammurabi Harald Harold Harthacnut Hassan Henri Henry Herod Honorius Hormizd Howell Hugh Hugues Hussein Ibrahim
    Idris Innocent Intef Isabella Ismail Ivan Jaime James Jean Joan João John José Joseph Juan Julius Justinian
    Kamehameha Karl Karol Kavad Kazimierz Kenneth Khosrow Ladislas Ladislaus László Leo Leopold Lothair Lothar Louis
    Lucius Ludovico Ludwig Luís Magnus Mahmud Malcolm Manfred Manuel Margaret Margrethe Maria Martin Mary Matthew
    Maurice Maximilian Mehmed Menelik Mentuhotep Michael Mieszko Miguel Mircea Mithradates Mithridates Moctezuma
    Mohammed Montezuma Moritz Moshoeshoe Mswati Muhammad Murad Mustafa Napoleon Nebuchadnezzar Nebuchadrezzar Necho
    Nicholas Nicolas Nicomedes Nikola Nikolai Nirari Odo Olaf Olav Orhan Oscar Osman Otto Ottokar Paschal Patrick
    Paul Pedro Pelagius Pepi Pepin Peter Philip Philippe Pierre Pileser Pippin Pius Prusias Psammetichus Psamtik
    Ptolemy Radama Rainier Ralph Rama Rameses Ramesses Ramiro Ramses Ranavalona Raymond Richard Robert Roger Romanus
    Rudolf Samuel Sancho Sargon Saud Sebastião Selassie Seleucus Selim Senusret Sergius Seti Shah Shalmaneser Shapur
    Shenouda Sigismund Silvester Simeon Sin Sixtus Sneferu Sobekhotep Sobhuza Stanisław Stanislaus Stefan Stephen
    Suleiman Suleyman Süleyman Sweyn Sylvester Symmachus Tahmasp Talal Tancred Tawadros Tewodros Æthelred Theobald
    Theodoric Theodosius Theophilus Theuderic Thomas Thutmose Tiberius Tigranes Tupac Túpac Umberto Urban Valdemar
    Valentinian Vasili Vasily Victor Vittorio Vladimir Władysław Waldemar Walter Wenceslas Wenceslaus Wilhelm Willem
    William Wladyslaw Xerxes Yazdegerd Yohannes Zog Zygmunt
    """)
)
_RANKS = frozenset(
    each("""
    King Queen Pope Antipope Emperor Empress Tsar Czar Tsarina Sultan Shah Prince Princess Duke Luther Pharaoh
    Caliph Khan Kaiser Raja Rajah Maharaja Patriarch Archduke Elector Count Landgrave Margrave Earl Negus Dom
    Infante Emir Khedive
    """)
)
#: After these a numeral is no initial's: "Alexios I Komnenos".
_HOUSES = frozenset(
    each("""
    Komnenos Palaiologos Doukas Angelos Laskaris Romanov Tudor Stuart Bourbon Habsburg Hohenzollern Medici Borgia
    Borghese Sforza Visconti Gonzaga Jagiellon Jagiełło Vasa Lusignan Capet Valois Soter Philopator Epiphanes
    Nicator Euergetes Philadelphus Barbarossa Plantagenet Kantakouzenos Tzimiskes
    """)
)
#: What is told of rulers whose names no list has.
_RULED = regex(
    r"(?:[’']s)?\s(?:of\s(?:the\s)?[A-Z]|the\s[A-Z]|(?:also\s|had\s|was\s|had\sbeen\s)?(?:ruled|reigned|ascended|"
    r"abdicated|crowned|deposed|dethroned|enthroned|overthrown|succeeded|reign|court|throne|successor|coronation|dynasty)\b)"
)
_BESIDE = frozenset(each("with to for from and like than as by near when if while because that whom"))
_I_DO = frozenset(
    each("""
    am have had would will can could shall should may might must do did think thought love like know knew want wanted
    need hope mean ask asked guess believe feel felt see saw say said never always also just only met wish swear told
    """)
)
_TO_ANOTHER = frozenset(each("met saw fought beat defeated asked told knew visited welcomed married invited"))
_I_TOO = frozenset(each("however too myself personally"))


def _ruler(match: re.Match[str], _style: Style) -> _Said:
    number, name = value_of(match[2]), match[1].capitalize()
    first = word_before(match.string, match.start()).capitalize()
    if len(first.rstrip(".")) == 1:  # George S. Patton IV
        first = word_before(match.string, match.start() - len(first) - 1).capitalize()
    if not number or not match[1][0].isupper() or (name == "Malcolm" and number == 10):
        return None
    if first not in _RANKS:
        is_named = name in _NAMES or (len(match[2]) > 1 and (first in _NAMES or _is_told_to_rule(match)))
        if not is_named or (number == 1 and not _is_first(match)) or _is_initial(match):
            return None
    return [part(match, 2, f"the {title(ordinal(number))}"), *_other(match)]


def _is_told_to_rule(match: re.Match[str]) -> bool:
    follows = _RULED.match(match.string, match.end(2))
    return follows is not None and match[1][1:].islower() and match[1].lower() not in COUNTED


def _other(match: re.Match[str]) -> list[tuple[str, int, int]]:
    """As in "Henry IV and V", "Louis XIV–XVI"."""
    number = value_of(match[4]) if match[4] else 0
    if not number or (number == 1 and not may_be_first(match, match.end(4))):
        return []
    joint = [part(match, 3, " to the ")] if match[3].strip() in ("-", "–", "—") else []
    return [*joint, part(match, 4, title(ordinal(number)))]


def _is_first(match: re.Match[str]) -> bool:
    """Elizabeth I ascended; but "With Henry I went" and "Paul I think" are two people."""
    text, end = match.string, match.end(2)
    before, after = word_before(text, match.start()).lower(), word_after(text, end)
    if text[end : end + 1] == "," and word_after(text, end + 1) in _I_TOO:
        return False
    is_subject = not before and after in _TO_ANOTHER and is_name(word_after(text, end + 1 + len(after)))
    if after in _HOUSES or is_subject or may_be_first(match, end):
        return True
    return before not in _BESIDE and after.islower() and after not in _I_DO


def _is_initial(match: re.Match[str]) -> bool:
    """Paul V. Hale is no pope, with a dot or without."""
    end = match.end(2) + (match.string[match.end(2) : match.end(2) + 1] == ".")
    follows = word_after(match.string, end)
    return len(match[2]) == 1 and is_name(follows) and follows not in _RANKS and follows not in _HOUSES


RULERS = (
    SpokenRule(
        "Roman numeral",
        regex(
            r"\b([^\W\d_]{3,})\.?\s([IVX]{1,8})\b(?![-\w]|[.’'](?!s\b)\w)"
            r"(?:(\s?[-–—]\s?|\s(?:and|or|to)\s)([IVX]{1,8})\b(?![-\w]|[.’'](?!s\b)\w))?"
        ),
        _ruler,
        searches=True,
    ),
)
