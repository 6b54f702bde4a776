"""What Italian pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

ITALIAN = Phrases(
    navigation="""
        da wikipedia, l'enciclopedia libera.;
        vai al contenuto [principale]; salta al contenuto [principale]; passa al contenuto [principale];
        passa ai contenuti [principali]; salta ai contenuti; vai ai contenuti; apri menu; apri il menu; chiudi menu;
        chiudi il menu; menu principale; ti trovi qui…; sei qui…; cerca; ricerca per; torna alla home
        """,
    menu="""
        voce; discussione; leggi; modifica; modifica wikitesto; cronologia; strumenti; # lingue;
        rubriche; cronaca; politica; cultura; sport; economia; spettacoli; opinioni; esteri; scienze; viaggi; libri;
        video;
        home; chi sono; chi siamo; contatti; contatto; menu; menù; cerca; blog; archivio; accedi; registrati;
        iscriviti; abbonati; newsletter; negozio; notizie; libri; progetti; articoli; saggi; note legali;
        il mio account; carrello; donazioni; temi; podcast; politica; cultura; economia; sport; informazioni
        """,
    about="""
        ascolta l'articolo; salva; regala l'articolo; aggiornato alle …;
        a pagamento;
        pubblicato il …; pubblicato da …; pubblicato in …; pubblicato su …; postato il …; postato da …;
        scritto da …; scritto il …; aggiornato il …; ultimo aggiornamento …; ultima modifica …; taggato …;
        taggato con …; tag: …; etichette: …; categoria: …; categorie: …; categorizzato come …; archiviato in …;
        tempo di lettura: …; tempo di lettura …; tempo di lettura stimato …; # min di lettura; # min. di lettura;
        # minuti di lettura; # minuto di lettura; lettura: # min; lettura # min; questa voce è stata pubblicata ….;
        questo articolo è stato pubblicato ….; contrassegna il permalink.; ascolta l'articolo;
        ascolta questo articolo; leggi dopo; leggi più tardi; salva per dopo; stampa; stampa articolo
        """,
    sharing="""
        condividi; condividi questo articolo; condividi l'articolo; condividi questo post; condividi su …;
        condividi con …; condividi via …; condividi:; fai clic per …; fai clic qui per …; clicca per …;
        clicca qui per …; copia link; copia il link; mi piace; mi piace caricamento.; caricamento.;
        caricamento in corso.; di' per primo che ti piace.
        """,
    offers="""
        ti è piaciuto questo articolo? ….; iscriviti alla newsletter.; iscriviti alla nostra newsletter.;
        ti è piaciuto l'articolo? ….; abbonati ora; abbonati per continuare a leggere; sostienici;
        contenuto riservato agli abbonati;
        iscriviti alla newsletter.; iscriviti alla nostra newsletter.; iscriviti alla …newsletter….; iscriviti;
        iscriviti ora; iscriviti gratis; iscriviti al blog …; iscriviti per ….; abbonati; abbonati ora;
        abbonati per continuare a leggere.; abbonati per ….; ricevi …newsletter….; ricevi …via e-mail.;
        inserisci il tuo indirizzo e-mail ….; inserisci la tua e-mail.; inserisci la tua email.;
        il tuo indirizzo e-mail; la tua e-mail; la tua email; unisciti ad altri # iscritti;
        unisciti a # altri iscritti; sei già abbonato? ….; già abbonato? ….; hai già un account? ….;
        hai già un abbonamento? ….; questo articolo è riservato agli abbonati.;
        questo articolo è riservato agli abbonati ….; contenuto riservato agli abbonati; riservato agli abbonati;
        solo per abbonati; ti restano # articoli gratuiti….; per continuare a leggere….; diventa socio.;
        diventa membro.; sostienici; sostieni il blog; seguici su …; seguimi su …; seguici; utilizziamo i cookie….;
        utilizziamo cookie….; usiamo i cookie….; questo sito utilizza cookie….; questo sito utilizza i cookie….;
        questo sito usa i cookie….; questo sito usa cookie….; questo sito web utilizza ….;
        il nostro sito utilizza ….; continuando a navigare….; continuando la navigazione….;
        proseguendo la navigazione….; privacy e cookie: ….; accetta [tutti i] cookie; accetta tutti; accetta tutto;
        accetta e chiudi; accetta; rifiuta; rifiuta tutti; continua senza accettare; impostazioni cookie;
        gestisci i cookie; preferenze cookie; informativa sui cookie; cookie policy
        """,
    more="""
        voci correlate; collegamenti esterni; altri progetti; categoria: …; categorie: …;
        articoli correlati; articoli simili; post correlati; correlati; potrebbe interessarti anche;
        potrebbe interessarti; potrebbero interessarti; ti potrebbe interessare; ti potrebbe interessare anche;
        altri articoli; altri articoli di …; altro di …; altri post; leggi anche; leggi anche: …; leggi tutto;
        leggi tutto …; leggi di più; continua a leggere; continua a leggere …; mostra altro; vedi altro;
        scopri di più; scopri di più da …; articoli recenti; commenti recenti; ultimi articoli; i più letti;
        più letti; tutti gli articoli; vedi tutti gli articoli; vedi tutti gli articoli di …;
        visualizza tutti gli articoli di …; mostra tutti gli articoli di …; articolo precedente …;
        articolo precedente; articolo successivo …; articolo successivo; prossimo articolo …; prossimo articolo;
        post precedente; post successivo; articoli precedenti; articoli successivi; articoli meno recenti;
        articoli più recenti; ← precedente …; precedente: …; successivo: …; navigazione articoli;
        navigazione articolo; torna su; torna in alto; torna all'inizio; tutti i diritti riservati.; powered by …;
        crea un …sito …wordpress.com.
        """,
    replies="""
        lascia un commento; lasciare un commento; lascia una risposta; lascia un commento annulla risposta;
        lascia una risposta annulla risposta; annulla risposta; annulla la risposta; aggiungi un commento;
        pubblica un commento; pubblica commento; invia commento; scrivi un commento.; inserisci un commento;
        commenta; rispondi; il tuo indirizzo email non sarà pubblicato.;
        il tuo indirizzo e-mail non sarà pubblicato.; il tuo indirizzo email non sarà pubblicato. i campi ….;
        il tuo indirizzo e-mail non sarà pubblicato. i campi ….; i campi obbligatori sono ….; campi obbligatori ….;
        salva il mio nome, ….; do il mio consenso affinché ….; avvertimi ….; notificami ….; avvisami ….;
        i commenti sono chiusi.; commenti chiusi; commenti disabilitati …; devi essere connesso ….;
        devi effettuare l'accesso ….; devi accedere ….; questo sito utilizza akismet….; questo sito usa akismet….;
        scopri come vengono elaborati ….; ancora nessun commento.
        """,
    comments="""
        # commenti; # commento; # risposte; # risposta; # commenti su …; # commento su …; # risposte a …;
        # pensieri su …; # pensiero su …; # thoughts on …; un commento; un commento su …; nessun commento;
        commenti (#)
        """,
    box="""
        pubblicato da …; l'autore; l'autrice; sull'autore; informazioni sull'autore; informazioni su …; autore: …;
        scritto da …
        """,
    words="""
        condividi; twitta; tweet; stampa; altro; commento; commenti; rispondi; risposta; nome; e-mail; email;
        indirizzo e-mail; sito web; sito; iscriviti; accedi; registrati; cerca; menu; home; contatti; archivi;
        archivio; categorie; tag; senza categoria; segui; mi piace; salva; successivo; precedente; avanti; indietro;
        invia; chiudi; note legali; privacy; privacy policy; … dice; … dice:; … ha detto; … ha scritto; in "…";
        in “…"
        """,
    adverts="""
        abbonati; iscriviti; foto di copertina: …; immagine di copertina: …; articolo riservato agli abbonati;
        continua a leggere dopo la pubblicità; leggi anche; ti potrebbe interessare: …;
        pubblicità; continua a leggere dopo la pubblicità; annuncio; contenuto sponsorizzato;
        leggi anche: …; leggi pure: …; (torna su); (torna all'inizio);
        grazie per aver letto … iscriviti gratuitamente….; grazie per aver letto … iscriviti gratis….;
        grazie per leggere … iscriviti gratuitamente….; … è una pubblicazione sostenuta dai lettori….;
        clicca per ingrandire
        """,
    mail="""
        visualizza nel browser; visualizza questa e-mail nel browser; leggi nel browser; apri nel browser;
        versione web; annulla [l'] iscrizione; cancella iscrizione; disiscriviti; cancellati;
        ricevi questa e-mail perché ….; ricevi questa email perché ….; hai ricevuto questa e-mail perché ….;
        gestisci le preferenze; aggiorna le preferenze; inviato da iphone.; inoltra a un amico
        """,
)
