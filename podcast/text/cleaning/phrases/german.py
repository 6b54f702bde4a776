"""What German pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

GERMAN = Phrases(
    navigation="""
        aus wikipedia, der freien enzyklopädie;
        zum [haupt]inhalt springen; zum inhalt; direkt zum inhalt; zum hauptinhalt; springe zum inhalt;
        springe zum hauptinhalt; zur navigation springen; zur navigation; menü öffnen; menü schließen;
        navigation umschalten; navigation überspringen; sie sind hier…; in app öffnen; suche nach; hauptmenü;
        zurück zur übersicht; zurück zur startseite
        """,
    menu="""
        artikel; diskussion; lesen; bearbeiten; quelltext bearbeiten; versionsgeschichte; werkzeuge; # sprachen;
        ressorts; feuilleton; kolumne; kolumnen; politik; wirtschaft; kultur; sport; gesellschaft; wissen; meinung;
        panorama; reise; ausland; inland; stil; feedback; e-paper; mediathek; aktuelles; magazin;
        startseite; start; home; über; über mich; über uns; kontakt; impressum; datenschutz; datenschutzerklärung;
        menü; suche; suchen; blog; archiv; anmelden; einloggen; registrieren; abo; newsletter; shop; aktuelles;
        bücher; themen; projekte; presse; termine; agb; artikel; beiträge; podcast; rss; konto; mein konto;
        warenkorb; spenden; politik; kultur; wirtschaft; wissen; sport
        """,
    about="""
        aktualisiert am …; lesedauer # min; lesedauer: # minuten; zuletzt aktualisiert: …; artikel anhören; vorlesen;
        bezahlt;
        veröffentlicht am …; veröffentlicht von …; veröffentlicht in …; veröffentlicht unter …; veröffentlicht: …;
        geschrieben von …; gepostet am …; gepostet von …; erstellt am …; erstellt von …; aktualisiert am …;
        zuletzt aktualisiert …; zuletzt geändert …; stand: …; verschlagwortet mit …; verschlagwortet …;
        schlagwörter: …; schlagworte: …; kategorie: …; kategorien: …; kategorisiert als …; kategorisiert in …;
        abgelegt unter …; lesezeit: …; lesezeit …; [ca. ]# min. lesezeit; [ca. ]# min lesezeit;
        [ca. ]# minuten lesezeit; # min. lesedauer; lesedauer: …; lesedauer …; # min. gelesen; # aufrufe;
        dieser eintrag wurde veröffentlicht ….; dieser beitrag wurde am … veröffentlicht.; dieser beitrag wurde ….;
        setze ein lesezeichen auf den permalink.; artikel anhören; diesen artikel anhören; beitrag anhören;
        vorlesen; später lesen; merken; auf die merkliste; artikel drucken; drucken; druckversion
        """,
    sharing="""
        teilen; teilen mit; teilen via …; teilen auf …; teile diesen beitrag; teile diesen artikel; teile dies mit;
        beitrag teilen; artikel teilen; diesen beitrag teilen; diesen artikel teilen; auf … teilen; auf … teilen …;
        per e-mail teilen; klick, um … zu teilen …; klick, um …; klick zum teilen …; klicke, um …; klicken, um …;
        klicken sie, um …; zum teilen …klicken …; zum ausdrucken klicken …; link kopieren; gefällt mir;
        gefällt mir wird geladen.; wird geladen.; lade.; sei der erste, dem dies gefällt.
        """,
    offers="""
        jetzt abonnieren; jetzt kostenlos testen; weiterlesen mit …; jetzt newsletter abonnieren;
        anmelden und weiterlesen;
        newsletter abonnieren; [jetzt ]newsletter abonnieren; zum newsletter anmelden;
        melde dich für …newsletter an.; melden sie sich für …newsletter an.; melde dich zum newsletter an.;
        abonniere …newsletter.; abonnieren sie …newsletter.; abonnieren; jetzt abonnieren; blog abonnieren;
        blog via e-mail abonnieren; blog per e-mail abonnieren; jetzt kostenlos abonnieren; kostenlos abonnieren;
        jetzt registrieren; jetzt anmelden; jetzt testen; kostenlos testen; gib deine e-mail-adresse ein….;
        gib deine e-mail-adresse ….; geben sie ihre e-mail-adresse ein….; deine e-mail-adresse; ihre e-mail-adresse;
        schließe dich # anderen abonnenten an.; schließe dich # anderen abonnenten an; abmeldung jederzeit möglich.;
        jederzeit kündbar.; kein spam….; dieser artikel ist nur für abonnenten….;
        dieser artikel ist exklusiv für ….; dieser inhalt ist nur für …mitglieder….; nur für abonnenten;
        nur für mitglieder; weiterlesen mit …; weiterlesen mit ….; jetzt weiterlesen; bereits abonnent? ….;
        bereits abonnent; sie sind bereits abonnent? ….; sie haben bereits ein abo? ….;
        du hast bereits ein konto? ….; sie haben noch # kostenlose artikel….; mitglied werden; werde mitglied.;
        jetzt mitglied werden; unterstütze uns; unterstützen sie uns; unterstütze diesen blog; folge uns auf …;
        folge mir auf …; folgen sie uns auf …; folge uns; folgen sie uns; wir verwenden cookies….;
        wir nutzen cookies….; diese website verwendet cookies….; diese website benutzt cookies….;
        diese webseite verwendet cookies….; diese seite verwendet cookies….; unsere website verwendet cookies….;
        durch die weitere nutzung ….; mit der nutzung dieser …cookies….; datenschutz und cookies: ….;
        alle cookies akzeptieren; alle akzeptieren; cookies akzeptieren; alle ablehnen; cookies ablehnen; ablehnen;
        akzeptieren; einverstanden; cookie-einstellungen; cookie-richtlinie; einstellungen verwalten
        """,
    more="""
        siehe auch; weblinks; einzelnachweise; kategorie: …; kategorien: …;
        mehr lesen über; mehr lesen über …; zur startseite; feedback; quelle: …/dpa; die lesenswertesten …;
        meistgelesen; weitere artikel; das könnte sie auch interessieren; auch interessant; mehr aus …;
        rezept drucken;
        ähnliche beiträge; ähnliche artikel; verwandte beiträge; verwandte artikel; verwandte themen;
        weitere beiträge; weitere artikel; mehr beiträge; mehr artikel; mehr zum thema; mehr von …; mehr dazu;
        mehr lesen; weiterlesen; weiterlesen …; das könnte dich auch interessieren;
        das könnte sie auch interessieren; das könnte dir auch gefallen; das könnte ihnen auch gefallen;
        auch interessant; lesen sie auch; lesen sie auch: …; lies auch; neueste beiträge; neueste kommentare;
        letzte beiträge; aktuelle beiträge; beliebte beiträge; meistgelesen; meist gelesen; alle beiträge;
        alle beiträge anzeigen; alle beiträge von … anzeigen; alle beiträge von …; alle artikel von …;
        zeige alle beiträge von …; vorheriger beitrag …; vorheriger beitrag; vorheriger artikel …;
        vorheriger artikel; nächster beitrag …; nächster beitrag; nächster artikel …; nächster artikel;
        ältere beiträge; neuere beiträge; zurück; ← zurück …; ← vorheriger …; beitragsnavigation;
        beitrags-navigation; artikel-navigation; nach oben; zum seitenanfang; zurück nach oben;
        alle rechte vorbehalten.; präsentiert von …; stolz präsentiert von …; mit stolz präsentiert von ….;
        erstellt mit wordpress; erstelle eine …website …wordpress.com.; bloggen auf wordpress.com.; bearbeiten
        """,
    replies="""
        diskutieren sie mit.; diskutieren sie mit; kommentar schreiben; zur diskussion; kommentar verfassen;
        zu den kommentaren;
        schreibe einen kommentar; schreibe einen kommentar antwort abbrechen; schreiben sie einen kommentar;
        kommentar schreiben; kommentar verfassen; einen kommentar schreiben; hinterlasse einen kommentar;
        hinterlasse eine antwort; hinterlasse eine antwort antwort abbrechen; hinterlassen sie einen kommentar;
        einen kommentar hinterlassen; kommentar hinterlassen; kommentieren; kommentar abschicken;
        kommentar absenden; antwort abbrechen; antworten abbrechen; deine e-mail-adresse wird nicht veröffentlicht.;
        ihre e-mail-adresse wird nicht veröffentlicht.;
        deine e-mail-adresse wird nicht veröffentlicht. erforderliche felder ….;
        ihre e-mail-adresse wird nicht veröffentlicht. erforderliche felder ….; erforderliche felder sind ….;
        pflichtfelder sind ….; meinen namen, meine e-mail-adresse ….; meinen namen, e-mail ….;
        name, e-mail-adresse und website ….; benachrichtige mich ….; benachrichtigung bei ….;
        kommentare sind geschlossen.; kommentare geschlossen; die kommentarfunktion ist geschlossen.;
        die kommentare sind geschlossen.; kommentarfunktion ….; kommentare deaktiviert …;
        du musst angemeldet sein….; sie müssen angemeldet sein….; du musst dich anmelden….;
        diese website verwendet akismet….; erfahre, wie deine kommentardaten verarbeitet werden.;
        noch keine kommentare.; keine kommentare vorhanden.
        """,
    comments="""
        # kommentare; # kommentar; # antworten; # antwort; # kommentare zu …; # kommentar zu …; # antworten auf …;
        # antwort auf …; # gedanken zu ….; # gedanke zu ….; # gedanken zu …; # gedanke zu …; ein kommentar;
        ein gedanke zu …; keine kommentare; kommentare (#)
        """,
    box="""
        veröffentlicht von …; über den autor; über die autorin; über …; zum autor; zur autorin; autor: …;
        autorin: …; geschrieben von …
        """,
    words="""
        teilen; twittern; drucken; mehr; kommentar; kommentare; antworten; antwort; name; e-mail; e-mail-adresse;
        website; webseite; abonnieren; anmelden; abmelden; registrieren; suche; suchen; menü; startseite; impressum;
        datenschutz; datenschutzerklärung; kontakt; archiv; archive; kategorien; schlagwörter; allgemein;
        nicht kategorisiert; folgen; gefällt mir; merken; speichern; weiter; zurück; nächster; vorheriger; absenden;
        schließen; agb; … sagt; … sagt:; … schreibt; … meint; in „…“; senden; mailen; kommentieren
        """,
    adverts="""
        mehr zum thema; auch interessant; abonnieren; jetzt abonnieren; auch interessant: …; mehr dazu: …;
        empfohlener redaktioneller inhalt; externer inhalt;
        anzeige; werbung; - anzeige -; weiterlesen nach der anzeige; artikel geht nach der anzeige weiter;
        lesen sie auch: …; lies auch: …; lesen sie dazu auch: …; mehr zum thema: …; (zurück nach oben);
        (nach oben); danke fürs lesen von … abonnieren sie kostenlos….; danke fürs lesen von … abonniere kostenlos….;
        danke, dass du … gelesen hast… abonniere …kostenlos….; … ist eine von lesern unterstützte publikation….;
        zum vergrößern anklicken
        """,
    mail="""
        im browser ansehen; im browser öffnen; im browser anzeigen; im browser lesen;
        diese e-mail im browser ansehen; newsletter im browser ansehen; newsletter im browser öffnen; webversion;
        wird diese [e-mail] nicht richtig angezeigt? …; wenn diese e-mail nicht richtig angezeigt wird….;
        sie erhalten diese e-mail, weil ….; sie erhalten diesen newsletter, weil ….; du erhältst diese e-mail, weil ….;
        du erhältst diesen newsletter, weil ….; du bekommst diesen newsletter, weil ….; abmelden;
        vom newsletter abmelden; newsletter abbestellen; abbestellen; einstellungen ändern; profil ändern;
        von meinem iphone gesendet.; an freunde weiterleiten
        """,
)
