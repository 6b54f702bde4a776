"""What French pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

FRENCH = Phrases(
    navigation="""
        un article de wikipédia, l'encyclopédie libre.;
        aller au contenu [principal]; aller directement au contenu; accéder au contenu [principal];
        passer au contenu [principal]; passer vers le contenu; skip to content; aller à la navigation;
        aller au menu; ouvrir le menu; fermer le menu; menu principal; vous êtes ici…; rechercher;
        retour à l'accueil; retour aux articles
        """,
    menu="""
        article; discussion; lire; modifier; modifier le code; voir l'historique; outils; # langues;
        culture; idées; politique; économie; société; monde; international; sport; sciences; chroniques; débats;
        opinions; planète; santé; voyage; livres; cinéma; vidéos; météo; rubriques;
        accueil; à propos; qui suis-je; qui sommes-nous; contact; menu; recherche; rechercher; blog; archives;
        connexion; se connecter; s'inscrire; s'abonner; newsletter; boutique; actualités; livres; projets; articles;
        mentions légales; mon compte; panier; faire un don; rubriques; thèmes; podcasts; agenda; presse; essais
        """,
    about="""
        temps de lecture # min.; lecture # min.; envoyer par e-mail; envoyer par mail; écouter l'article;
        publié hier à …; ajouter à vos sélections; ajouter à ma liste; offrir l'article;
        payant;
        publié le …; publié par …; publié dans …; posté le …; posté par …; posté dans …; écrit par …;
        mis à jour le …; mise à jour le …; modifié le …; dernière mise à jour …; dernière modification …;
        étiqueté …; étiquettes : …; étiquettes: …; mots-clés : …; mots clés : …; catégorie : …; catégories : …;
        catégorisé comme …; classé dans …; temps de lecture : …; temps de lecture …; # min de lecture;
        # mn de lecture; # minutes de lecture; # minute de lecture; lecture # min; lecture : # min;
        cette entrée a été publiée ….; cet article a été publié ….; ce contenu a été publié ….;
        vous pouvez le mettre en favoris ….; mettez-le en favori ….; écouter l'article; écouter cet article;
        lire plus tard; enregistrer pour plus tard; imprimer; imprimer l'article
        """,
    sharing="""
        partager; partager :; partagez; partagez :; partager cet article; partagez cet article; partager l'article;
        partager sur …; partager via …; partager par …; cliquez pour partager …; cliquer pour partager …;
        cliquez pour …; cliquer pour …; copier le lien; j'aime; j'aime ça; j'aime chargement.; chargement.;
        chargement en cours.; soyez le premier à aimer cet article.
        """,
    offers="""
        il vous reste … de cet article à lire….; la suite est réservée aux abonnés.;
        abonnez-vous à …newsletter.; inscrivez-vous à …newsletter.; inscription à la newsletter;
        s'abonner à la newsletter; recevez …newsletter….; recevez les nouveaux articles ….; abonnez-vous; s'abonner;
        abonnez-vous maintenant; abonnez-vous pour lire la suite.; abonnez-vous pour ….; abonnez-vous au blog;
        s'abonner au blog …; je m'abonne; je m'inscris; saisissez votre adresse e-mail ….;
        saisissez votre adresse e-mail.; entrez votre adresse e-mail ….; votre adresse e-mail; votre e-mail;
        rejoignez les # autres abonnés; rejoignez # autres abonnés; désabonnement à tout moment.; déjà abonné ? ….;
        déjà abonné; déjà abonné? ….; vous êtes déjà abonné ? ….; vous avez déjà un compte ? ….;
        cet article est réservé aux abonnés.; cet article est réservé aux abonnés ….; article réservé aux abonnés;
        contenu réservé aux abonnés; réservé aux abonnés; il vous reste # articles gratuits….;
        il vous reste # % de cet article à lire….; la suite est réservée aux abonnés.;
        lisez la suite en vous abonnant.; devenez membre.; devenir membre; soutenez-nous; soutenir ce blog;
        suivez-nous sur …; suivez-moi sur …; suivez-nous; nous utilisons des cookies….;
        ce site utilise des cookies….; notre site utilise des cookies….; en poursuivant votre navigation….;
        en continuant à utiliser ce site….; confidentialité et cookies : ….; accepter [tous] les cookies;
        tout accepter; accepter et fermer; accepter; tout refuser; refuser; continuer sans accepter;
        paramétrer les cookies; gérer les cookies; gérer mes préférences; politique de cookies
        """,
    more="""
        notes et références; voir aussi; liens externes; articles connexes; portail de …; catégorie : …;
        catégories : …; références;
        contribuer; réutiliser ce contenu; les plus lus; les plus commentés; voir plus; à découvrir; voir aussi : …;
        nos lecteurs ont lu ensuite; sujets liés; sur le même sujet :;
        articles similaires; articles liés; articles connexes; article similaire; sur le même sujet;
        sur le même thème; à lire aussi; à lire aussi : …; lire aussi; lire aussi : …; lire la suite;
        lire la suite …; lire plus; en savoir plus; en savoir plus sur …; plus d'articles; autres articles;
        voir plus; vous aimerez aussi; vous aimerez peut-être aussi; vous pourriez aussi aimer;
        cela pourrait vous intéresser; articles récents; commentaires récents; derniers articles; les plus lus;
        articles populaires; tous les articles; voir tous les articles; voir tous les articles de …;
        voir tous les articles par …; tous les articles de …; article précédent …; article précédent;
        article suivant …; article suivant; articles plus anciens; articles plus récents; articles précédents;
        ← précédent …; ← article précédent …; précédent : …; suivant : …; navigation de l'article;
        navigation des articles; haut de page; retour en haut; remonter; tous droits réservés.; propulsé par …;
        fièrement propulsé par ….; créez un site ….; un site wordpress.com.
        """,
    replies="""
        voir les # commentaires; lire les # commentaires; voir tous les commentaires; réagir; réagir à cet article;
        commenter;
        laisser un commentaire; laissez un commentaire; laisser une réponse; laissez une réponse;
        laisser un commentaire annuler la réponse; laisser un commentaire annuler la réponse.; annuler la réponse;
        ajouter un commentaire; publier un commentaire; poster un commentaire; poster le commentaire;
        publier le commentaire; envoyer le commentaire; écrire un commentaire; répondre;
        votre adresse e-mail ne sera pas publiée.; votre adresse e-mail ne sera pas publiée. les champs ….;
        votre adresse de messagerie ne sera pas publiée.;
        votre adresse de messagerie ne sera pas publiée. les champs ….; votre adresse email ne sera pas publiée.;
        les champs obligatoires sont ….; les champs obligatoires ….; enregistrer mon nom….; prévenez-moi ….;
        avertissez-moi ….; me notifier ….; les commentaires sont fermés.; commentaires fermés;
        les commentaires sont clos.; vous devez être connecté ….; vous devez vous connecter ….;
        ce site utilise akismet….; en savoir plus sur la façon dont les données ….;
        aucun commentaire pour le moment.; soyez le premier à commenter.
        """,
    comments="""
        # commentaires; # commentaire; # réponses; # réponse; # commentaires sur …; # commentaire sur …;
        # réponses à …; # réponse à …; # réflexions sur …; # réflexion sur …; # pensées sur …; une réflexion sur …;
        un commentaire; un commentaire sur …; aucun commentaire; pas de commentaire; commentaires (#)
        """,
    box="""
        publié par …; à propos de l'auteur; à propos de l'autrice; à propos de …; auteur : …; écrit par …
        """,
    words="""
        partager; tweeter; imprimer; plus; commentaire; commentaires; répondre; réponse; nom; e-mail; email; mail;
        adresse e-mail; site web; site; s'abonner; connexion; se connecter; inscription; rechercher; menu; accueil;
        contact; archives; catégories; étiquettes; non classé; non catégorisé; suivre; j'aime; enregistrer; suivant;
        précédent; envoyer; fermer; mentions légales; confidentialité; politique de confidentialité; … dit; … dit :;
        … a dit; … a écrit; dans « … »; dans "…"
        """,
    adverts="""
        article réservé aux abonnés; ajouter à vos sélections; ajouter à ma liste; s'abonner; abonnez-vous;
        offrir l'article; newsletter : …; voir aussi : …; sur le même sujet;
        publicité; la suite après la publicité; la suite après cette publicité; contenu sponsorisé;
        à lire aussi : …; lire aussi : …; à lire également : …; lire également : …; (retour en haut);
        merci d'avoir lu … abonnez-vous gratuitement….; merci de lire … abonnez-vous gratuitement….;
        … est une publication soutenue par ses lecteurs….; cliquez pour agrandir
        """,
    mail="""
        voir dans le navigateur; voir cet e-mail dans [votre] navigateur; voir [la] version en ligne;
        lire dans le navigateur; afficher dans le navigateur; version en ligne; se désabonner; se désinscrire;
        me désabonner; vous recevez cet e-mail parce que ….; vous recevez cet e-mail car ….;
        vous recevez cette lettre parce que ….; vous recevez cette newsletter ….; gérer mes préférences;
        gérer vos préférences; envoyé de mon iphone.; transférer à un ami
        """,
)
