"""What encyclopaedias put behind words and headings, as a browser pastes them: "[edit]", "[citation needed]".

re.compile(rf"\\[(?:{OF_ENCYCLOPAEDIAS})\\]", re.IGNORECASE)
"""

OF_ENCYCLOPAEDIAS = (
    r"citation needed|clarification needed|when\?|who\?|by whom\?|réf\. (?:nécessaire|souhaitée)|beleg fehlt"
    r"|cita requerida|senza fonte|carece de fontes|bron\?|potrzebny przypis|potrzebne źródło|要出典|来源请求"
    r"|edit|edit source|bearbeiten|quelltext bearbeiten|modifier|editar|modifica|bewerken|edytuj|編集|编辑"
    r"|edit \| edit source|bearbeiten \| quelltext bearbeiten|modifier \| modifier le (?:code|wikicode)"
    r"|editar \| editar (?:código|código-fonte|fonte)|modifica \| modifica wikitesto|bewerken \| brontekst bewerken"
    r"|edytuj \| edytuj kod"
)
