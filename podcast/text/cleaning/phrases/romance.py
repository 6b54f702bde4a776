"""What French, Spanish, Italian and Portuguese pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

FRENCH = Phrases(
    navigation="""
        aller au contenu [principal]
        aller directement au contenu
        accéder au contenu [principal]
        passer au contenu [principal]
        passer vers le contenu
        skip to content
        aller à la navigation
        aller au menu
        ouvrir le menu
        fermer le menu
        menu principal
        vous êtes ici…
        rechercher
        retour à l'accueil
        retour aux articles
        """,
    menu="""accueil, à propos, qui suis-je, qui sommes-nous, contact, menu, recherche, rechercher, blog, archives,
        connexion, se connecter, s'inscrire, s'abonner, newsletter, boutique, actualités, livres, projets, articles,
        mentions légales, mon compte, panier, faire un don, rubriques, thèmes, podcasts, agenda, presse, essais""",
    about="""
        publié le …
        publié par …
        publié dans …
        posté le …
        posté par …
        posté dans …
        écrit par …
        mis à jour le …
        mise à jour le …
        modifié le …
        dernière mise à jour …
        dernière modification …
        étiqueté …
        étiquettes : …
        étiquettes: …
        mots-clés : …
        mots clés : …
        catégorie : …
        catégories : …
        catégorisé comme …
        classé dans …
        temps de lecture : …
        temps de lecture …
        # min de lecture
        # mn de lecture
        # minutes de lecture
        # minute de lecture
        lecture # min
        lecture : # min
        cette entrée a été publiée ….
        cet article a été publié ….
        ce contenu a été publié ….
        vous pouvez le mettre en favoris ….
        mettez-le en favori ….
        écouter l'article
        écouter cet article
        lire plus tard
        enregistrer pour plus tard
        imprimer
        imprimer l'article
        """,
    sharing="""
        partager
        partager :
        partagez
        partagez :
        partager cet article
        partagez cet article
        partager l'article
        partager sur …
        partager via …
        partager par …
        cliquez pour partager …
        cliquer pour partager …
        cliquez pour …
        cliquer pour …
        copier le lien
        j'aime
        j'aime ça
        j'aime chargement.
        chargement.
        chargement en cours.
        soyez le premier à aimer cet article.
        """,
    offers="""
        abonnez-vous à …newsletter.
        inscrivez-vous à …newsletter.
        inscription à la newsletter
        s'abonner à la newsletter
        recevez …newsletter….
        recevez les nouveaux articles ….
        abonnez-vous
        s'abonner
        abonnez-vous maintenant
        abonnez-vous pour lire la suite.
        abonnez-vous pour ….
        abonnez-vous au blog
        s'abonner au blog …
        je m'abonne
        je m'inscris
        saisissez votre adresse e-mail ….
        saisissez votre adresse e-mail.
        entrez votre adresse e-mail ….
        votre adresse e-mail
        votre e-mail
        rejoignez les # autres abonnés
        rejoignez # autres abonnés
        désabonnement à tout moment.
        déjà abonné ? ….
        déjà abonné
        déjà abonné? ….
        vous êtes déjà abonné ? ….
        vous avez déjà un compte ? ….
        cet article est réservé aux abonnés.
        cet article est réservé aux abonnés ….
        article réservé aux abonnés
        contenu réservé aux abonnés
        réservé aux abonnés
        il vous reste # articles gratuits….
        il vous reste # % de cet article à lire….
        la suite est réservée aux abonnés.
        lisez la suite en vous abonnant.
        devenez membre.
        devenir membre
        soutenez-nous
        soutenir ce blog
        suivez-nous sur …
        suivez-moi sur …
        suivez-nous
        nous utilisons des cookies….
        ce site utilise des cookies….
        notre site utilise des cookies….
        en poursuivant votre navigation….
        en continuant à utiliser ce site….
        confidentialité et cookies : ….
        accepter [tous] les cookies
        tout accepter
        accepter et fermer
        accepter
        tout refuser
        refuser
        continuer sans accepter
        paramétrer les cookies
        gérer les cookies
        gérer mes préférences
        politique de cookies
        """,
    more="""
        articles similaires
        articles liés
        articles connexes
        article similaire
        sur le même sujet
        sur le même thème
        à lire aussi
        à lire aussi : …
        lire aussi
        lire aussi : …
        lire la suite
        lire la suite …
        lire plus
        en savoir plus
        en savoir plus sur …
        plus d'articles
        autres articles
        voir plus
        vous aimerez aussi
        vous aimerez peut-être aussi
        vous pourriez aussi aimer
        cela pourrait vous intéresser
        articles récents
        commentaires récents
        derniers articles
        les plus lus
        articles populaires
        tous les articles
        voir tous les articles
        voir tous les articles de …
        voir tous les articles par …
        tous les articles de …
        article précédent …
        article précédent
        article suivant …
        article suivant
        articles plus anciens
        articles plus récents
        articles précédents
        ← précédent …
        ← article précédent …
        précédent : …
        suivant : …
        navigation de l'article
        navigation des articles
        haut de page
        retour en haut
        remonter
        tous droits réservés.
        propulsé par …
        fièrement propulsé par ….
        créez un site ….
        un site wordpress.com.
        """,
    replies="""
        laisser un commentaire
        laissez un commentaire
        laisser une réponse
        laissez une réponse
        laisser un commentaire annuler la réponse
        laisser un commentaire annuler la réponse.
        annuler la réponse
        ajouter un commentaire
        publier un commentaire
        poster un commentaire
        poster le commentaire
        publier le commentaire
        envoyer le commentaire
        écrire un commentaire
        répondre
        votre adresse e-mail ne sera pas publiée.
        votre adresse e-mail ne sera pas publiée. les champs ….
        votre adresse de messagerie ne sera pas publiée.
        votre adresse de messagerie ne sera pas publiée. les champs ….
        votre adresse email ne sera pas publiée.
        les champs obligatoires sont ….
        les champs obligatoires ….
        enregistrer mon nom….
        prévenez-moi ….
        avertissez-moi ….
        me notifier ….
        les commentaires sont fermés.
        commentaires fermés
        les commentaires sont clos.
        vous devez être connecté ….
        vous devez vous connecter ….
        ce site utilise akismet….
        en savoir plus sur la façon dont les données ….
        aucun commentaire pour le moment.
        soyez le premier à commenter.
        """,
    comments="""
        # commentaires
        # commentaire
        # réponses
        # réponse
        # commentaires sur …
        # commentaire sur …
        # réponses à …
        # réponse à …
        # réflexions sur …
        # réflexion sur …
        # pensées sur …
        une réflexion sur …
        un commentaire
        un commentaire sur …
        aucun commentaire
        pas de commentaire
        commentaires (#)
        """,
    box="""
        publié par …
        à propos de l'auteur
        à propos de l'autrice
        à propos de …
        auteur : …
        écrit par …
        """,
    words="""partager, tweeter, imprimer, plus, commentaire, commentaires, répondre, réponse, nom, e-mail, email, mail,
        adresse e-mail, site web, site, s'abonner, connexion, se connecter, inscription, rechercher, menu, accueil,
        contact, archives, catégories, étiquettes, non classé, non catégorisé, suivre, j'aime, enregistrer, suivant,
        précédent, envoyer, fermer, mentions légales, confidentialité, politique de confidentialité, … dit, … dit :,
        … a dit, … a écrit, dans « … », dans "…\"""",
    adverts="""
        publicité
        la suite après la publicité
        la suite après cette publicité
        contenu sponsorisé
        """,
)

SPANISH = Phrases(
    navigation="""
        saltar al contenido [principal]
        ir al contenido [principal]
        pasar al contenido [principal]
        saltar a contenido
        saltar a la navegación
        ir directamente al contenido
        abrir menú
        cerrar menú
        abrir el menú
        menú principal
        estás aquí…
        usted está aquí…
        buscar por
        volver al inicio
        """,
    menu="""inicio, portada, acerca de, sobre mí, sobre nosotros, quiénes somos, quién soy, contacto, menú,
        buscar, blog,
        archivo, archivos, iniciar sesión, acceder, registrarse, suscribirse, suscríbete, boletín, tienda, noticias,
        libros, proyectos, artículos, aviso legal, mi cuenta, carrito, donar, temas, ensayos, newsletter, podcast,
        política, cultura, opinión, economía, deportes""",
    about="""
        publicado el …
        publicado por …
        publicado en …
        publicada el …
        publicado: …
        escrito por …
        posteado el …
        actualizado el …
        actualizado: …
        última actualización …
        última modificación …
        etiquetado …
        etiquetado como …
        etiquetado con …
        etiquetas: …
        categoría: …
        categorías: …
        categorizado como …
        archivado en …
        archivado bajo …
        tiempo de lectura: …
        tiempo de lectura …
        tiempo estimado de lectura …
        # min de lectura
        # min. de lectura
        # minutos de lectura
        # minuto de lectura
        lectura de # min
        lectura de # minutos
        lectura: # min
        esta entrada fue publicada ….
        esta entrada se publicó ….
        guarda el enlace permanente.
        guarda el enlace permanente
        escuchar artículo
        escucha este artículo
        escuchar este artículo
        leer más tarde
        leer después
        guardar para después
        imprimir
        """,
    sharing="""
        compartir
        comparte
        comparte esto
        compartir esto
        compártelo
        comparte este artículo
        compartir este artículo
        comparte esta entrada
        compartir artículo
        compartir en …
        compartir por …
        compartir vía …
        comparte en …
        haz clic para …
        haz clic en …
        haga clic para …
        copiar enlace
        me gusta
        me gusta esto
        me gusta cargando.
        cargando.
        sé el primero en decir que te gusta.
        """,
    offers="""
        suscríbete a …newsletter.
        suscríbete a …boletín….
        suscríbete a nuestro boletín.
        suscríbete al boletín.
        suscríbase a …boletín….
        apúntate a …newsletter.
        recibe …boletín….
        recibe …newsletter….
        recibe …en tu correo.
        suscríbete
        suscríbete ahora
        suscríbase
        suscríbete gratis
        suscríbete para seguir leyendo.
        suscríbete para ….
        suscríbete al blog …
        suscribirse
        suscribirme
        regístrate
        regístrate gratis
        introduce tu correo electrónico ….
        escribe tu correo electrónico.
        escribe tu correo electrónico….
        introduce tu dirección de correo ….
        tu correo electrónico
        tu dirección de correo electrónico
        únete a otros # suscriptores
        únete a # suscriptores
        sin spam….
        puedes darte de baja ….
        ¿ya eres suscriptor? ….
        ya eres suscriptor? ….
        ¿ya tienes cuenta? ….
        ya tienes una cuenta? ….
        este artículo es solo para suscriptores.
        este artículo es exclusivo para suscriptores.
        contenido exclusivo para suscriptores
        exclusivo para suscriptores
        solo para suscriptores
        te quedan # artículos gratis….
        para seguir leyendo….
        hazte socio.
        hazte miembro.
        hazte suscriptor.
        apóyanos
        síguenos en …
        sígueme en …
        síguenos
        utilizamos cookies….
        usamos cookies….
        este sitio utiliza cookies….
        este sitio usa cookies….
        este sitio web utiliza cookies….
        este sitio web usa cookies….
        esta web utiliza cookies….
        nuestro sitio utiliza cookies….
        si continúas navegando….
        al continuar navegando….
        privacidad y cookies: ….
        aceptar [todas las] cookies
        aceptar todas
        aceptar todo
        aceptar y continuar
        aceptar
        rechazar
        rechazar todo
        rechazar todas
        configurar cookies
        configuración de cookies
        política de cookies
        """,
    more="""
        entradas relacionadas
        artículos relacionados
        relacionado
        relacionados
        noticias relacionadas
        temas relacionados
        más artículos
        más entradas
        más de …
        más información
        más sobre …
        leer más
        leer más …
        lee más
        lee también
        lea también
        lee también: …
        seguir leyendo
        sigue leyendo
        continuar leyendo
        ver más
        también te puede interesar
        te puede interesar
        te podría interesar
        quizás te interese
        entradas recientes
        comentarios recientes
        últimas entradas
        últimos artículos
        lo más leído
        lo más visto
        más leídos
        ver todas las entradas
        ver todas las entradas de …
        ver todos los artículos de …
        todas las entradas de …
        entrada anterior …
        entrada anterior
        entrada siguiente …
        entrada siguiente
        siguiente entrada …
        siguiente entrada
        artículo anterior …
        artículo anterior
        artículo siguiente …
        siguiente artículo …
        entradas anteriores
        entradas más antiguas
        entradas siguientes
        ← anterior …
        anterior: …
        siguiente: …
        navegación de entradas
        navegación de la entrada
        volver arriba
        ir arriba
        subir
        todos los derechos reservados.
        funciona con …
        funciona gracias a …
        creado con wordpress
        crea un …sitio …wordpress.com.
        blog de wordpress.com.
        """,
    replies="""
        deja un comentario
        dejar un comentario
        deja una respuesta
        dejar una respuesta
        deja un comentario cancelar la respuesta
        deja una respuesta cancelar la respuesta
        deja una respuesta cancelar respuesta
        cancelar la respuesta
        cancelar respuesta
        publicar un comentario
        publicar comentario
        publicar el comentario
        enviar comentario
        escribe un comentario.
        añadir comentario
        añade un comentario
        agregar comentario
        comentar
        tu dirección de correo electrónico no será publicada.
        tu dirección de correo electrónico no será publicada. los campos ….
        su dirección de correo electrónico no será publicada.
        su dirección de correo electrónico no será publicada. los campos ….
        tu correo electrónico no será publicado….
        los campos obligatorios están ….
        los campos necesarios están ….
        campos obligatorios ….
        guarda mi nombre, ….
        guardar mi nombre, ….
        avísame ….
        recibir un correo electrónico con ….
        los comentarios están cerrados.
        comentarios cerrados
        comentarios desactivados …
        debes iniciar sesión ….
        debes estar registrado ….
        lo siento, debes estar conectado ….
        este sitio usa akismet….
        aprende cómo se procesan ….
        conoce cómo se procesan ….
        aún no hay comentarios.
        sé el primero en comentar.
        """,
    comments="""
        # comentarios
        # comentario
        # respuestas
        # respuesta
        # comentarios en …
        # comentario en …
        # respuestas a …
        # comentarios sobre …
        # pensamientos sobre …
        un comentario
        un comentario en …
        una respuesta a …
        no hay comentarios
        sin comentarios
        comentarios (#)
        """,
    box="""
        publicado por …
        sobre el autor
        sobre la autora
        acerca del autor
        acerca de …
        sobre …
        autor: …
        escrito por …
        """,
    words="""compartir, tuitear, twittear, imprimir, más, comentario, comentarios, responder, respuesta, nombre,
        correo electrónico, correo, e-mail, web, sitio web, página web, suscribirse, suscríbete,
        iniciar sesión, acceder,
        registrarse, buscar, menú, inicio, contacto, archivos, archivo, categorías, etiquetas, sin categoría,
        uncategorized, seguir, me gusta, guardar, siguiente, anterior, enviar, cerrar, aviso legal, privacidad,
        política de privacidad, … dice, … dice:, … dijo, … escribió, en «…», en "…", en “…\"""",
    adverts="""
        publicidad
        anuncio
        anuncios
        contenido patrocinado
        """,
)

ITALIAN = Phrases(
    navigation="""
        vai al contenuto [principale]
        salta al contenuto [principale]
        passa al contenuto [principale]
        passa ai contenuti [principali]
        salta ai contenuti
        vai ai contenuti
        apri menu
        apri il menu
        chiudi menu
        chiudi il menu
        menu principale
        ti trovi qui…
        sei qui…
        cerca
        ricerca per
        torna alla home
        """,
    menu="""home, chi sono, chi siamo, contatti, contatto, menu, menù, cerca, blog, archivio, accedi,
        registrati, iscriviti,
        abbonati, newsletter, negozio, notizie, libri, progetti, articoli, saggi, note legali, il mio account, carrello,
        donazioni, temi, podcast, politica, cultura, economia, sport, informazioni""",
    about="""
        pubblicato il …
        pubblicato da …
        pubblicato in …
        pubblicato su …
        postato il …
        postato da …
        scritto da …
        scritto il …
        aggiornato il …
        ultimo aggiornamento …
        ultima modifica …
        taggato …
        taggato con …
        tag: …
        etichette: …
        categoria: …
        categorie: …
        categorizzato come …
        archiviato in …
        tempo di lettura: …
        tempo di lettura …
        tempo di lettura stimato …
        # min di lettura
        # min. di lettura
        # minuti di lettura
        # minuto di lettura
        lettura: # min
        lettura # min
        questa voce è stata pubblicata ….
        questo articolo è stato pubblicato ….
        contrassegna il permalink.
        ascolta l'articolo
        ascolta questo articolo
        leggi dopo
        leggi più tardi
        salva per dopo
        stampa
        stampa articolo
        """,
    sharing="""
        condividi
        condividi questo articolo
        condividi l'articolo
        condividi questo post
        condividi su …
        condividi con …
        condividi via …
        condividi:
        fai clic per …
        fai clic qui per …
        clicca per …
        clicca qui per …
        copia link
        copia il link
        mi piace
        mi piace caricamento.
        caricamento.
        caricamento in corso.
        di' per primo che ti piace.
        """,
    offers="""
        iscriviti alla newsletter.
        iscriviti alla nostra newsletter.
        iscriviti alla …newsletter….
        iscriviti
        iscriviti ora
        iscriviti gratis
        iscriviti al blog …
        iscriviti per ….
        abbonati
        abbonati ora
        abbonati per continuare a leggere.
        abbonati per ….
        ricevi …newsletter….
        ricevi …via e-mail.
        inserisci il tuo indirizzo e-mail ….
        inserisci la tua e-mail.
        inserisci la tua email.
        il tuo indirizzo e-mail
        la tua e-mail
        la tua email
        unisciti ad altri # iscritti
        unisciti a # altri iscritti
        sei già abbonato? ….
        già abbonato? ….
        hai già un account? ….
        hai già un abbonamento? ….
        questo articolo è riservato agli abbonati.
        questo articolo è riservato agli abbonati ….
        contenuto riservato agli abbonati
        riservato agli abbonati
        solo per abbonati
        ti restano # articoli gratuiti….
        per continuare a leggere….
        diventa socio.
        diventa membro.
        sostienici
        sostieni il blog
        seguici su …
        seguimi su …
        seguici
        utilizziamo i cookie….
        utilizziamo cookie….
        usiamo i cookie….
        questo sito utilizza cookie….
        questo sito utilizza i cookie….
        questo sito usa i cookie….
        questo sito usa cookie….
        questo sito web utilizza ….
        il nostro sito utilizza ….
        continuando a navigare….
        continuando la navigazione….
        proseguendo la navigazione….
        privacy e cookie: ….
        accetta [tutti i] cookie
        accetta tutti
        accetta tutto
        accetta e chiudi
        accetta
        rifiuta
        rifiuta tutti
        continua senza accettare
        impostazioni cookie
        gestisci i cookie
        preferenze cookie
        informativa sui cookie
        cookie policy
        """,
    more="""
        articoli correlati
        articoli simili
        post correlati
        correlati
        potrebbe interessarti anche
        potrebbe interessarti
        potrebbero interessarti
        ti potrebbe interessare
        ti potrebbe interessare anche
        altri articoli
        altri articoli di …
        altro di …
        altri post
        leggi anche
        leggi anche: …
        leggi tutto
        leggi tutto …
        leggi di più
        continua a leggere
        continua a leggere …
        mostra altro
        vedi altro
        scopri di più
        scopri di più da …
        articoli recenti
        commenti recenti
        ultimi articoli
        i più letti
        più letti
        tutti gli articoli
        vedi tutti gli articoli
        vedi tutti gli articoli di …
        visualizza tutti gli articoli di …
        mostra tutti gli articoli di …
        articolo precedente …
        articolo precedente
        articolo successivo …
        articolo successivo
        prossimo articolo …
        prossimo articolo
        post precedente
        post successivo
        articoli precedenti
        articoli successivi
        articoli meno recenti
        articoli più recenti
        ← precedente …
        precedente: …
        successivo: …
        navigazione articoli
        navigazione articolo
        torna su
        torna in alto
        torna all'inizio
        tutti i diritti riservati.
        powered by …
        crea un …sito …wordpress.com.
        """,
    replies="""
        lascia un commento
        lasciare un commento
        lascia una risposta
        lascia un commento annulla risposta
        lascia una risposta annulla risposta
        annulla risposta
        annulla la risposta
        aggiungi un commento
        pubblica un commento
        pubblica commento
        invia commento
        scrivi un commento.
        inserisci un commento
        commenta
        rispondi
        il tuo indirizzo email non sarà pubblicato.
        il tuo indirizzo e-mail non sarà pubblicato.
        il tuo indirizzo email non sarà pubblicato. i campi ….
        il tuo indirizzo e-mail non sarà pubblicato. i campi ….
        i campi obbligatori sono ….
        campi obbligatori ….
        salva il mio nome, ….
        do il mio consenso affinché ….
        avvertimi ….
        notificami ….
        avvisami ….
        i commenti sono chiusi.
        commenti chiusi
        commenti disabilitati …
        devi essere connesso ….
        devi effettuare l'accesso ….
        devi accedere ….
        questo sito utilizza akismet….
        questo sito usa akismet….
        scopri come vengono elaborati ….
        ancora nessun commento.
        """,
    comments="""
        # commenti
        # commento
        # risposte
        # risposta
        # commenti su …
        # commento su …
        # risposte a …
        # pensieri su …
        # pensiero su …
        # thoughts on …
        un commento
        un commento su …
        nessun commento
        commenti (#)
        """,
    box="""
        pubblicato da …
        l'autore
        l'autrice
        sull'autore
        informazioni sull'autore
        informazioni su …
        autore: …
        scritto da …
        """,
    words="""condividi, twitta, tweet, stampa, altro, commento, commenti, rispondi, risposta, nome, e-mail, email,
        indirizzo e-mail, sito web, sito, iscriviti, accedi, registrati, cerca, menu, home, contatti, archivi, archivio,
        categorie, tag, senza categoria, segui, mi piace, salva, successivo, precedente, avanti, indietro,
        invia, chiudi,
        note legali, privacy, privacy policy, … dice, … dice:, … ha detto, … ha scritto, in "…", in “…\"""",
    adverts="""
        pubblicità
        continua a leggere dopo la pubblicità
        annuncio
        contenuto sponsorizzato
        """,
)

PORTUGUESE = Phrases(
    navigation="""
        ir para o conteúdo [principal]
        pular para o conteúdo [principal]
        pular para conteúdo
        saltar para o conteúdo [principal]
        avançar para o conteúdo [principal]
        avançar para o conteúdo
        ir diretamente para o conteúdo
        pular para a navegação
        abrir menu
        abrir o menu
        fechar menu
        menu principal
        você está aqui…
        está aqui…
        pesquisar por
        buscar por
        voltar ao início
        """,
    menu="""início, página inicial, inicial, home, sobre, sobre mim, sobre nós, quem somos, quem sou, contato, contacto,
        menu, busca, buscar, pesquisa, pesquisar, blog, arquivo, arquivos, entrar, iniciar sessão, cadastre-se,
        registar, assine, assinar, newsletter, loja, notícias, livros, projetos, artigos, ensaios, textos,
        minha conta, carrinho, doar, temas, podcast, política, cultura, economia, opinião, esportes""",
    about="""
        publicado em …
        publicado por …
        publicado a …
        publicado no …
        postado em …
        postado por …
        escrito por …
        escrito em …
        atualizado em …
        atualizado a …
        última atualização …
        última modificação …
        marcado …
        marcado com …
        com a tag …
        etiquetado …
        etiquetas: …
        tags: …
        categoria: …
        categorias: …
        categorizado como …
        arquivado em …
        tempo de leitura: …
        tempo de leitura …
        tempo estimado de leitura …
        # min de leitura
        # min. de leitura
        # minutos de leitura
        # minuto de leitura
        leitura de # min
        leitura de # minutos
        leitura: # min
        esta entrada foi publicada ….
        este post foi publicado ….
        este artigo foi publicado ….
        adicione o link permanente ….
        adicione aos favoritos ….
        ouvir artigo
        ouça este artigo
        ouvir este artigo
        ler mais tarde
        ler depois
        salvar para depois
        guardar para depois
        imprimir
        """,
    sharing="""
        compartilhe
        compartilhar
        compartilhe isso
        compartilhe este artigo
        compartilhe este post
        compartilhe no …
        compartilhar no …
        compartilhar em …
        compartilhar via …
        partilhar
        partilhe
        partilhar isto
        partilhe este artigo
        partilhar no …
        partilhar em …
        partilhar este artigo
        clique para …
        carregue aqui para …
        click para …
        copiar link
        copiar ligação
        curtir
        curtir isso
        curtir carregando.
        gosto
        gosto disto
        gosto carregando.
        a carregar.
        carregando.
        seja o primeiro a curtir este post.
        """,
    offers="""
        assine …newsletter.
        assine a newsletter.
        assine nossa newsletter.
        inscreva-se em …newsletter.
        inscreva-se na nossa newsletter.
        inscreva-se na newsletter.
        subscreva …newsletter.
        subscreva a newsletter.
        receba …newsletter….
        receba …por e-mail.
        receba …por email.
        assine
        assine agora
        assine já
        assine para continuar lendo.
        assine para ….
        assine o blog …
        assinar blog por e-mail
        inscreva-se
        inscreva-se agora
        subscreva
        subscrever
        cadastre-se
        cadastre-se grátis
        digite seu e-mail.
        digite seu endereço de e-mail ….
        insira o seu email.
        insira seu endereço de e-mail ….
        introduza o seu endereço ….
        seu e-mail
        seu endereço de e-mail
        o seu email
        junte-se a # outros assinantes
        junte-se a # outros subscritores
        já é assinante? ….
        já é assinante
        já tem uma conta? ….
        já tem conta? ….
        este artigo é exclusivo para assinantes.
        este artigo é exclusivo para assinantes ….
        este conteúdo é exclusivo para assinantes….
        conteúdo exclusivo para assinantes
        exclusivo para assinantes
        só para assinantes
        apenas para assinantes
        você ainda tem # artigos grátis….
        para continuar lendo….
        para continuar a ler….
        torne-se membro.
        torne-se assinante.
        seja membro.
        apoie-nos
        apoie este blog
        siga-nos no …
        siga-nos em …
        siga-me no …
        siga-nos
        usamos cookies….
        utilizamos cookies….
        este site usa cookies….
        este site utiliza cookies….
        nosso site usa cookies….
        nosso site utiliza cookies….
        ao continuar a navegar….
        ao continuar navegando….
        ao continuar a usar este site….
        privacidade e cookies: ….
        aceitar [todos os] cookies
        aceitar todos
        aceitar tudo
        aceitar e fechar
        aceitar
        rejeitar
        rejeitar todos
        recusar
        recusar todos
        configurações de cookies
        definições de cookies
        gerenciar cookies
        política de cookies
        """,
    more="""
        posts relacionados
        artigos relacionados
        artigos semelhantes
        textos relacionados
        notícias relacionadas
        relacionado
        relacionados
        mais artigos
        mais posts
        mais publicações
        mais de …
        mais sobre …
        mais do mesmo autor
        leia mais
        leia mais …
        ler mais
        ler mais …
        leia também
        leia também: …
        leia a seguir
        continue lendo
        continue lendo …
        continuar a ler
        ver mais
        mostrar mais
        saiba mais
        você também pode gostar
        você pode gostar
        também pode gostar
        talvez também goste
        poderá também gostar
        posts recentes
        artigos recentes
        comentários recentes
        comentários
        últimos posts
        últimos artigos
        mais lidas
        mais lidos
        os mais lidos
        todos os posts
        ver todos os posts
        ver todos os posts de …
        ver todos os artigos de …
        ver todos os posts por …
        todos os artigos de …
        post anterior …
        post anterior
        próximo post …
        próximo post
        artigo anterior …
        artigo anterior
        próximo artigo …
        próximo artigo
        artigo seguinte …
        artigo seguinte
        posts antigos
        posts mais antigos
        posts mais recentes
        ← anterior …
        anterior: …
        próximo: …
        seguinte: …
        navegação de post
        navegação de posts
        navegação de artigos
        voltar ao topo
        ir para o topo
        todos os direitos reservados.
        orgulhosamente mantido com wordpress
        orgulhosamente …wordpress
        desenvolvido por …
        crie um …site …wordpress.com.
        blog no wordpress.com.
        """,
    replies="""
        deixe um comentário
        deixe uma resposta
        deixe um comentário cancelar resposta
        deixe uma resposta cancelar resposta
        deixar um comentário
        deixar uma resposta
        cancelar resposta
        publicar comentário
        publicar um comentário
        enviar comentário
        adicionar comentário
        adicione um comentário.
        escreva um comentário.
        comentar
        responder
        o seu endereço de e-mail não será publicado.
        o seu endereço de email não será publicado.
        o seu endereço de e-mail não será publicado. campos ….
        o seu endereço de email não será publicado. campos ….
        seu endereço de e-mail não será publicado.
        seu e-mail não será publicado….
        campos obrigatórios são ….
        campos obrigatórios ….
        campos obrigatórios marcados ….
        salvar meus dados neste navegador ….
        guardar o meu nome, ….
        avise-me ….
        notifique-me ….
        notificar-me ….
        os comentários estão fechados.
        comentários fechados
        comentários encerrados
        comentários desativados …
        os comentários estão encerrados.
        você precisa estar logado ….
        você precisa fazer o login ….
        tem de iniciar a sessão ….
        este site utiliza o akismet….
        este site usa o akismet….
        saiba como seus dados ….
        nenhum comentário ainda.
        seja o primeiro a comentar.
        """,
    comments="""
        # comentários
        # comentário
        # respostas
        # resposta
        # comentários em …
        # comentários sobre …
        # comentário em …
        # respostas para …
        # respostas a …
        # opiniões sobre …
        um comentário
        um comentário em …
        nenhum comentário
        sem comentários
        comentários (#)
        """,
    box="""
        publicado por …
        sobre o autor
        sobre a autora
        sobre …
        autor: …
        escrito por …
        """,
    words="""compartilhar, partilhar, tweetar, tuitar, imprimir, mais, comentário, comentários, responder,
        resposta, nome,
        e-mail, email, site, website, sítio web, assinar, assine, entrar, iniciar sessão, cadastre-se,
        pesquisar, buscar,
        menu, início, contato, contacto, arquivos, arquivo, categorias, tags, etiquetas, sem categoria, uncategorized,
        seguir, curtir, gosto, salvar, guardar, próximo, anterior, seguinte, enviar, fechar, privacidade,
        política de privacidade, termos, … disse, … disse:, … diz, … diz:, … escreveu, em "…", em “…\"""",
    adverts="""
        publicidade
        anúncio
        anúncios
        continua após a publicidade
        continua depois da publicidade
        conteúdo patrocinado
        """,
)
