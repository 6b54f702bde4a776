"""What a document's properties say of its title and author, where a person wrote it.

    title_in("Microsoft Word - essay_final.doc")        # ""
    author_in("Windows User")                           # ""

Programs and templates fill them in as well. The date of creation is not asked: it is the day on which somebody began
to write, or that of the template, and no day of publishing.
"""

import re

from podcast.text.wordlist import each

_NO_TITLE = re.compile(
    r"(?:document|dokument|documento|doc|documentos|documente|asiakirja|документ|文档|文書|untitled|unbenannt"
    r"|ohne titel|sans titre|sin título|senza nome|senza titolo|sem título|naamloos"
    r"|word document|title|titel|titre|título|titolo"
    r"|normal|template|vorlage|modèle|your title(?: here)?|\[.*\]|presentation|новый документ)"
    r"(?: ?(?:microsoft word|google docs))?[ _-]?\(?\d{0,3}\)?(?:\.\w{2,4})?"
    r"|(?:microsoft (?:office )?word|powerpoint) ?-.*|powerpoint presentation|\W*"
    r"|.*\.(?:docx?|odt|rtf|dotx?|txt|pages|tmp|pdf)",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    name.strip()
    for name in """
    windows user, microsoft office user, microsoft user, office user, user, users, owner, default, default user
    microsoft, microsoft office, microsoft account, microsoft corporation, office, admin, administrator, author, autor
    auteur, autore, un-named, unnamed, unknown, unbekannt, inconnu, anonymous, python-docx, apache poi, docx4j, pandoc
    libreoffice, openoffice, google docs, aspose, hp, dell, lenovo, asus, acer, toshiba, samsung, sony, pc, laptop, home
    user name, name, your name, benutzer, utilisateur, usuario, utente, gebruiker, student, guest, root, owner pc
    windows-benutzer, utilisateur windows, usuario de windows, utente windows, пользователь, пользователь windows
    microsoft office-användare, un-named author, microsoft office-benutzer, i, me, test
    """.replace("\n", ",").split(",")
)
_MACHINE = re.compile(
    r"\W*|\S*\d{2,}\S*|(?:hp|dell|asus|acer|lenovo|pc|user|admin)[ _-]?\S{0,12}|\S+@\S+|\S*[\\/_]\S*", re.IGNORECASE
)
_DATES = frozenset(each("date published publication-date publish-date date-published dc.date publicationdate pubdate"))


def title_in(stated: str) -> str:
    stated = " ".join(stated.split())
    return "" if _NO_TITLE.fullmatch(stated[:300]) else stated


def author_in(stated: str) -> str:
    """Several are parted by semicolons."""
    names = [" ".join(name.split()) for name in stated[:300].split(";")]
    return " and ".join(name for name in names if name.casefold() not in _NOBODY and not _MACHINE.fullmatch(name))


def is_date(name: str) -> bool:
    """Whether a property of this name is the date that the writer states: none that a program fills in."""
    return "-".join(name.lower().split()) in _DATES
