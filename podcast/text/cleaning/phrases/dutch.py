"""What Dutch pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

DUTCH = Phrases(
    navigation="""
        uit wikipedia, de vrije encyclopedie;
        ga naar [de] inhoud; ga naar [de] hoofdinhoud; naar de inhoud; naar de inhoud springen;
        spring naar [de] inhoud; spring naar inhoud; doorgaan naar inhoud; meteen naar de inhoud;
        direct naar [de] inhoud; overslaan en naar de inhoud gaan; menu openen; menu sluiten; u bent hier…;
        zoeken naar
        """,
    menu="""
        artikel; overleg; lezen; bewerken; brontekst bewerken; geschiedenis weergeven; # talen;
        nieuws; sport; opinie; cultuur; economie; politiek; wetenschap; columns; reizen; boeken; buitenland;
        binnenland; video;
        home; over; over mij; over ons; contact; menu; zoeken; zoek; blog; archief; inloggen; aanmelden;
        registreren; abonneren; nieuwsbrief; winkel; nieuws; boeken; projecten; agenda; artikelen; privacy;
        mijn account; doneren; voorpagina; startpagina; thema's
        """,
    about="""
        geplaatst op …; geplaatst door …; geplaatst in …; gepubliceerd op …; gepubliceerd door …; gepubliceerd in …;
        gepost op …; bijgewerkt op …; laatst bijgewerkt …; laatst gewijzigd …; getagd …; getagd met …; tags: …;
        categorie: …; categorieën: …; gecategoriseerd als …; leestijd: …; leestijd …; # min. leestijd;
        # min leestijd; # minuten leestijd; # minuten lezen; # min. lezen; # min lezen;
        dit bericht werd geplaatst ….; dit bericht is geplaatst ….; bookmark de permalink.;
        luister naar dit artikel; lees later; bewaar voor later; bewaren; artikel printen
        """,
    sharing="""
        deel dit; dit delen; deel dit bericht; deel dit artikel; deel deze pagina; deel op …; delen op …;
        delen via …; delen met …; delen; klik om te delen …; klik om …; klik om dit …; link kopiëren; vind ik leuk;
        vind ik leuk aan het laden.; vind-ik-leuk; vind-ik-leuk aan het laden.; aan het laden.; laden.;
        wees de eerste die dit leuk vindt.
        """,
    offers="""
        abonneer je op …nieuwsbrief.; abonneer u op …nieuwsbrief.; schrijf je in voor …nieuwsbrief.;
        schrijf u in voor …nieuwsbrief.; meld je aan voor …nieuwsbrief.; meld u aan voor …nieuwsbrief.;
        inschrijven voor de nieuwsbrief; ontvang onze nieuwsbrief; abonneer je nu; abonneer nu; abonneren;
        neem een abonnement.; word abonnee.; word lid.; vul je e-mailadres in….; vul uw e-mailadres in….;
        voer je e-mailadres in….; je e-mailadres; uw e-mailadres; voeg je bij # andere abonnees; al abonnee? ….;
        al abonnee; bent u al abonnee? ….; heb je al een account? ….; dit artikel is alleen voor abonnees….;
        dit artikel is exclusief voor abonnees….; alleen voor abonnees; alleen voor leden; verder lezen? ….;
        lees verder met …; je hebt nog # gratis artikelen….; steun ons; volg ons op …; volg mij op …; volg ons;
        wij gebruiken cookies….; we gebruiken cookies….; deze website gebruikt cookies….;
        deze site gebruikt cookies….; onze website gebruikt cookies….; door verder te gaan ….;
        privacy en cookies: ….; alle cookies accepteren; alles accepteren; cookies accepteren;
        alle cookies weigeren; alles weigeren; weigeren; accepteren; cookie-instellingen; cookiebeleid
        """,
    more="""
        zie ook; externe links; externe link; categorie: …; categorieën: …;
        gerelateerde berichten; gerelateerde artikelen; gerelateerd; verwante artikelen; meer berichten;
        meer artikelen; meer van …; meer over …; meer lezen; meer weergeven; lees meer; lees meer …; lees verder;
        lees ook; lees ook: …; verder lezen; misschien vind je dit ook leuk; dit vind je misschien ook leuk;
        dit vindt u misschien ook interessant; recente berichten; recente reacties; laatste berichten;
        meest gelezen; populaire berichten; alle berichten; bekijk alle berichten; bekijk alle berichten van …;
        alle berichten van … bekijken; toon alle berichten van …; vorig bericht …; vorig bericht; vorige bericht;
        volgend bericht …; volgend bericht; volgende bericht; vorig artikel …; volgend artikel …; oudere berichten;
        nieuwere berichten; ← vorige …; berichtnavigatie; bericht navigatie; terug naar boven; naar boven;
        alle rechten voorbehouden.; mogelijk gemaakt door …; ondersteund door wordpress;
        maak een …website …wordpress.com.; blog op wordpress.com.
        """,
    replies="""
        geef een reactie; geef een reactie reactie annuleren; geef een antwoord; laat een reactie achter;
        laat een antwoord achter; plaats een reactie; reactie plaatsen; reactie annuleren; antwoord annuleren;
        schrijf een reactie; een reactie achterlaten; reactie verzenden; je e-mailadres wordt niet gepubliceerd.;
        uw e-mailadres wordt niet gepubliceerd.; het e-mailadres wordt niet gepubliceerd.;
        je e-mailadres wordt niet gepubliceerd. vereiste velden ….; je e-mailadres zal niet ….;
        uw e-mailadres zal niet ….; het e-mailadres wordt niet gepubliceerd. vereiste velden ….;
        vereiste velden zijn ….; verplichte velden ….; mijn naam, e-mail ….; mijn naam, e-mailadres ….;
        bewaar mijn naam ….; stuur mij een e-mail ….; houd mij op de hoogte ….; reacties zijn gesloten.;
        de reacties zijn gesloten.; reacties gesloten; je moet ingelogd zijn ….; je moet inloggen ….;
        u moet ingelogd zijn ….; deze site gebruikt akismet….; ontdek hoe de data ….; nog geen reacties.
        """,
    comments="""
        # reacties; # reactie; # antwoorden; # antwoord; # reacties op …; # reactie op …; # gedachten over …;
        # gedachte over …; één reactie; een reactie; geen reacties; reacties (#)
        """,
    box="""
        gepubliceerd door …; over de auteur; over de schrijver; over …; auteur: …; geschreven door …
        """,
    words="""
        delen; tweeten; tweet; afdrukken; printen; meer; reactie; reacties; reageren; beantwoorden; antwoorden;
        naam; e-mail; e-mailadres; website; site; site-url; abonneren; inloggen; uitloggen; zoeken; menu; home;
        contact; archief; archieven; categorieën; geen categorie; tags; volgen; vind ik leuk; bewaren; volgende;
        vorige; verzenden; sluiten; privacy; privacybeleid; … zegt; … zegt:; … schreef; in "…"; in “…"
        """,
    adverts="""
        abonneer; abonneren; lees verder na de advertentie; dit artikel is alleen voor abonnees; lees ook;
        lees meer: …; artikel gaat verder onder de advertentie; tekst loopt door onder de foto;
        tekst loopt door na de foto;
        advertentie; advertenties; lees verder onder de advertentie;
        lees ook: …; lees meer: …; lees verder onder de foto; (terug naar boven);
        bedankt voor het lezen van … abonneer je gratis….; bedankt voor het lezen… abonneer je gratis….;
        … is een publicatie die door lezers wordt ondersteund….; de tekst gaat verder onder de foto;
        tekst gaat verder onder de foto; tekst loopt door onder de foto; tekst gaat door onder de foto;
        tekst gaat verder onder de advertentie; tekst loopt door onder de advertentie
        """,
    mail="""
        bekijk in [je] browser; bekijk [deze e-mail] in [uw] browser; bekijk online; bekijk de webversie;
        bekijk deze nieuwsbrief in je browser; lees in [je] browser; webversie; afmelden; uitschrijven;
        je ontvangt deze e-mail omdat ….; je ontvangt deze mail omdat ….; u ontvangt deze e-mail omdat ….;
        je ontvangt deze nieuwsbrief omdat ….; voorkeuren wijzigen; voorkeuren aanpassen;
        verstuurd vanaf mijn iphone.; verzonden vanaf mijn iphone.; doorsturen naar een vriend
        """,
)
