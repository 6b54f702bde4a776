"""The keys of front matter: which mean something here, which are another tool's, and which were meant otherwise.

    meaning("episodeType")      # "episode type"
    did_you_mean("titel")       # "title"
    did_you_mean("Sprache")     # "language"
    did_you_mean("permalink")   # "": Jekyll's, and no mistake

Case, `_` and `-` make no difference: publishDate, publish_date and publish-date are one key.
"""

from difflib import get_close_matches

from podcast.text.wordlist import each

#: By what they mean, the first that is stated counts.
KEYS = {
    "title": each("title"),
    "author": each("author authors"),
    "date": each("date published pubdate publishdate publishedat publicationdate datepublished"),
    "language": each("language lang"),
    "description": each("description summary excerpt abstract subtitle"),
    "tags": each("tags tag keywords categories category"),
    "image": each("cover coverimage image"),
    "slug": each("slug"),
    "season": each("season"),
    "episode": each("episode"),
    "episode type": each("episodetype"),
    "type": each("type"),
    "voice": each("voice"),
    "explicit": each("explicit"),
    "guid": each("guid"),
    "draft": each("draft"),
    "status": each("status"),
    "publish": each("publish"),
    "expires": each("expirydate unpublishdate"),
}
_MEANINGS = {key: fact for fact, keys in KEYS.items() for key in keys}

#: Of well-known tools, and so near to one of ours that they would be taken for a slip.
_TOOLS = frozenset(
    each("""
    layout permalink aliases alias weight toc cssclasses cssclass comments comment math mathjax katex output format
    formats bibliography csl nocite url urls link links uid uuid id updated update updates modified lastmod lastmodified
    dateupdated datemodified created createdat images video videos audio series cascade resources outputs headless
    markup iscjklanguage linktitle translationkey menu menus nav navorder parent haschildren sitemap redirectfrom
    redirectto redirect pin pinned featured hidden private sticky template templatekey theme style styles styling
    section sections sectionid page pages paginate pagination editor execute engine jupyter knitr kernel kernelspec
    theorems crossref listing listings website book reference references citation doi license licence copyright
    orcid affiliation affiliations email twitter mastodon bluesky github social share sharing robots canonical
    canonicalurl seo seotitle metatitle opengraph og twittercard thumbnail thumb banner hero header footer sidebar
    rating rate data state place note notes project topic topics subject subjects genre genres publisher source sources
    related relatedposts readingtime wordcount minutes time timezone edit editurl version revision revisions
    saveas translation translations translator translators isbn rights identifier contributor contributors coverage
    relation cite code codefold highlight highlights stylesheet script scripts classes class width height
    sidebarlabel sidebarposition slugs ogimage lede credit credits caption alt path file filename collection order
    dateformat numbersections fontsize geometry documentclass mainfont titlepage titleblock pagetitle
    pdf html docx epub lof lot linkcitations colorlinks headerincludes include includes
    """)
)
#: What people call our keys in their own languages. Japanese and Chinese stand for themselves.
_ABROAD = {
    "title": "titel titre título titulo titolo tytuł tytul otsikko rubrik název nazev cím başlık заголовок название"
    " タイトル 標題 标题 標題名 题目",
    "author": "autor autorin auteur auteure autrice autora autore verfasser verfasserin författare forfatter"
    " kirjoittaja szerző yazar автор 著者 作者 byline creator writer",
    "date": "datum fecha dato data päivämäärä tarih дата 日付 日期",
    "language": "sprache langue idioma lingua linguagem taal språk sprak sprog język jezyk kieli jazyk dil язык 言語"
    " 语言 語言",
    "description": "beschreibung zusammenfassung résumé resume resumen resumo sommario riassunto descrizione"
    " descripción descripcion descrição descricao omschrijving samenvatting opis streszczenie beskrivning beskrivelse"
    " kuvaus описание 概要 摘要",
    "tags": "schlagwörter schlagworte stichwörter stichworte étiquettes etiquetas etichette trefwoorden tagi"
    " nyckelord motsclés palabrasclave теги タグ 标签 標籤",
    "voice": "stimme voix voz voce stem głos glos röst stemme голос 声",
    "image": "titelbild bild immagine imagen imagem afbeelding omslag obraz portada couverture copertina изображение",
    "season": "staffel saison temporada stagione seizoen sezon säsong сезон",
    "episode": "folge épisode episodio episódio aflevering odcinek avsnitt эпизод",
    "draft": "entwurf brouillon borrador bozza rascunho szkic utkast kladde черновик 下書き 草稿",
    "explicit": "explizit explicite explícito esplicito",
}
_MEANT = {word: fact for fact, words in _ABROAD.items() for word in each(words)}
_SHORTEST = 3  # characters of a key that may be a slip
_ALIKE = 0.8  # titel and title
_MOST_MORE = 2  # letters too many, or too few


def squashed(key: str) -> str:
    return key.casefold().translate(dict.fromkeys(map(ord, "_- "), None))


def meaning(key: str) -> str:
    """Which fact it states; empty for what states none here."""
    return _MEANINGS.get(squashed(key), "")


def did_you_mean(key: str) -> str:
    """The key that was meant by one that does nothing; empty where it is no slip, as far as can be told."""
    plain = squashed(key)
    if plain in _MEANT:
        return _MEANT[plain]
    if plain in _MEANINGS or plain in _TOOLS or len(plain) < _SHORTEST or _is_composed(key):
        return ""
    near = [known for known in _MEANINGS if abs(len(known) - len(plain)) <= _MOST_MORE]
    return next(iter(get_close_matches(plain, near, n=1, cutoff=_ALIKE)), "")


def _is_composed(key: str) -> bool:
    """`author_url`, `imageAlt`: of one of ours, and something else about it."""
    parts = [part for part in key.replace("-", "_").split("_") if part]
    return len(parts) > 1 and (squashed(parts[0]) in _MEANINGS or squashed(parts[-1]) in _MEANINGS)
