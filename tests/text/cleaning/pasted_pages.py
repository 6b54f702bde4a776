"""A page of a blog in ten languages, line by line, as a browser copies it: what stands above, the text, and below."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PastedPage:
    title: str
    above: str
    prose: str
    below: str


PAGES = {
    "en": PastedPage(
        title="Why Rivers Bend",
        above="""\
Skip to content
River Notes
Home
About
Rivers
Contact
Why Rivers Bend
Posted on May 1, 2024 by Jane Doe
10 min read
Read Later""",
        prose="The river runs slowly through the wide valley, and it carries the soil of a thousand fields"
        " down to the sea. Nobody has ever counted them all.",
        below="""\
Share this:
Click to share on X (Opens in new window)
X
Click to share on Facebook (Opens in new window)
Facebook
Like this:
Like Loading...
Published by Jane Doe
Jane writes about water and lives by a lake with two cats and a boat.
View all posts by Jane Doe
More Posts
Why lakes do not bend
← Previous
A short history of water
Comments are closed.
Leave a Reply
Your email address will not be published. Required fields are marked *
Comment *
Name *
Email *
Website
Save my name, email, and website in this browser for the next time I comment.
Post Comment
Subscribe to our newsletter
We use cookies to make this site better. Learn more in our policy.
Accept all cookies""",
    ),
    "de": PastedPage(
        title="Warum Flüsse sich winden",
        above="""\
Zum Inhalt springen
Flussnotizen
Startseite
Über mich
Impressum
Warum Flüsse sich winden
Veröffentlicht am 1. Mai 2024 von Jana Doe
Lesezeit: 10 Minuten""",
        prose="Der Fluss fließt langsam durch das breite Tal und trägt die Erde von tausend Feldern hinab ins"
        " Meer. Niemand hat sie je gezählt.",
        below="""\
Teilen mit:
Klick, um auf X zu teilen (Wird in neuem Fenster geöffnet)
X
Gefällt mir:
Gefällt mir Wird geladen …
Ähnliche Beiträge
Warum Seen sich nicht winden
← Vorheriger Beitrag
Schreibe einen Kommentar
Deine E-Mail-Adresse wird nicht veröffentlicht. Erforderliche Felder sind mit * markiert
Kommentar *
Name *
E-Mail-Adresse *
Website
Meinen Namen, meine E-Mail-Adresse und meine Website in diesem Browser für die nächste Kommentierung speichern.
Kommentar abschicken
Wir verwenden Cookies, um diese Seite zu verbessern.
Alle akzeptieren""",
    ),
    "fr": PastedPage(
        title="Pourquoi les rivières tournent",
        above="""\
Aller au contenu
Notes de rivière
Accueil
À propos
Contact
Pourquoi les rivières tournent
Publié le 1 mai 2024 par Jeanne Doe
10 min de lecture""",
        prose="La rivière coule lentement à travers la large vallée, et elle porte la terre de mille champs"
        " jusqu'à la mer. Personne ne les a comptés.",
        below="""\
Partager :
Cliquez pour partager sur X (ouvre dans une nouvelle fenêtre)
X
J’aime ça :
J’aime chargement…
Articles similaires
Pourquoi les lacs ne tournent pas
Laisser un commentaire Annuler la réponse
Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
Commentaire *
Nom *
E-mail *
Site web
Cet article est réservé aux abonnés.
Déjà abonné ? Se connecter
Tout accepter""",
    ),
    "es": PastedPage(
        title="Por qué los ríos se curvan",
        above="""\
Saltar al contenido
Notas del río
Inicio
Acerca de
Contacto
Por qué los ríos se curvan
Publicado el 1 de mayo de 2024 por Juana Doe
10 min de lectura""",
        prose="El río corre despacio por el ancho valle y lleva la tierra de mil campos hasta el mar. Nadie"
        " los ha contado nunca.",
        below="""\
Comparte esto:
Haz clic para compartir en X (Se abre en una ventana nueva)
X
Me gusta Cargando...
Relacionado
Deja una respuesta Cancelar la respuesta
Tu dirección de correo electrónico no será publicada. Los campos obligatorios están marcados con *
Comentario *
Nombre *
Correo electrónico *
Web
Los comentarios están cerrados.
Suscríbete a nuestro boletín""",
    ),
    "it": PastedPage(
        title="Perché i fiumi curvano",
        above="""\
Vai al contenuto
Home
Chi sono
Contatti
Perché i fiumi curvano
Pubblicato il 1 maggio 2024 da Gianna Doe
Tempo di lettura: 10 minuti""",
        prose="Il fiume scorre lento attraverso la valle larga e porta la terra di mille campi fino al mare."
        " Nessuno li ha mai contati.",
        below="""\
Condividi:
Fai clic per condividere su X (Si apre in una nuova finestra)
X
Mi piace Caricamento...
Correlati
Lascia un commento Annulla risposta
Il tuo indirizzo email non sarà pubblicato. I campi obbligatori sono contrassegnati *
Commento *
Nome *
Email *
Sito web
I commenti sono chiusi.
Questo sito utilizza cookie per migliorare l'esperienza.""",
    ),
    "pt": PastedPage(
        title="Por que os rios fazem curvas",
        above="""\
Pular para o conteúdo
Início
Sobre
Contato
Por que os rios fazem curvas
Publicado em 1 de maio de 2024 por Joana Doe
Tempo de leitura: 10 minutos""",
        prose="O rio corre devagar pelo vale largo e leva a terra de mil campos até ao mar. Ninguém jamais os contou.",
        below="""\
Compartilhe isso:
Clique para compartilhar no X(abre em nova janela)
X
Curtir isso:
Curtir Carregando...
Relacionado
Deixe um comentário Cancelar resposta
O seu endereço de e-mail não será publicado. Campos obrigatórios são marcados com *
Comentário *
Nome *
E-mail *
Site
Os comentários estão encerrados.
Assine a nossa newsletter""",
    ),
    "nl": PastedPage(
        title="Waarom rivieren kronkelen",
        above="""\
Ga naar de inhoud
Home
Over mij
Contact
Waarom rivieren kronkelen
Geplaatst op 1 mei 2024 door Jana Doe
10 minuten leestijd""",
        prose="De rivier stroomt langzaam door het brede dal en voert de aarde van duizend velden mee naar de"
        " zee. Niemand heeft ze ooit geteld.",
        below="""\
Dit delen:
Klik om te delen met X (Wordt in een nieuw venster geopend)
X
Vind ik leuk:
Vind-ik-leuk Aan het laden...
Gerelateerd
Geef een reactie Reactie annuleren
Je e-mailadres wordt niet gepubliceerd. Vereiste velden zijn gemarkeerd met *
Reactie *
Naam *
E-mail *
Site
Reacties zijn gesloten.
Al abonnee? Log in""",
    ),
    "pl": PastedPage(
        title="Dlaczego rzeki się wiją",
        above="""\
Przejdź do treści
Strona główna
O mnie
Kontakt
Dlaczego rzeki się wiją
Opublikowano 1 maja 2024
Czas czytania: 10 minut""",
        prose="Rzeka płynie powoli przez szeroką dolinę i niesie ziemię z tysiąca pól aż do morza. Nikt ich"
        " nigdy nie policzył.",
        below="""\
Udostępnij:
Kliknij, aby udostępnić na X (Otwiera się w nowym oknie)
X
Lubię to:
Lubię Wczytywanie…
Podobne
Dodaj komentarz Anuluj pisanie odpowiedzi
Twój adres e-mail nie zostanie opublikowany. Wymagane pola są oznaczone *
Komentarz *
Nazwa *
E-mail *
Witryna internetowa
Możliwość komentowania została wyłączona.
Zaakceptuj wszystkie""",
    ),
    "ja": PastedPage(
        title="川はなぜ曲がるのか",
        above="""\
コンテンツへスキップ
ホーム
プロフィール
お問い合わせ
川はなぜ曲がるのか
投稿日: 2024年5月1日
この記事は約10分で読めます。""",
        prose="川は広い谷をゆっくりと流れ、千の畑の土を海まで運んでいく。それを数えた者は誰もいない。",
        below="""\
共有:
クリックして X で共有 (新しいウィンドウで開きます)
X
いいね:
いいね 読み込み中…
関連
湖はなぜ曲がらないのか
コメントを残す コメントをキャンセル
メールアドレスが公開されることはありません。 ※ が付いている欄は必須項目です
コメント ※
名前 ※
メール ※
サイト
この記事は有料会員限定です。""",
    ),
    "zh": PastedPage(
        title="河流为什么弯曲",
        above="""\
跳至内容
首页
关于
联系
河流为什么弯曲
发布于 2024年5月1日
阅读时间：10 分钟""",
        prose="河水缓缓流过宽阔的山谷，把千亩田地的泥土一直带到大海。从来没有人数过它们有多少。",
        below="""\
分享到：
点击在 X 上共享（在新窗口中打开）
X
赞过：
赞 正在加载……
相关文章
湖泊为什么不弯曲
发表回复 取消回复
您的邮箱地址不会被公开。 必填项已用 * 标注
评论 *
显示名称 *
邮箱 *
网站
评论已关闭。
上一篇：水的历史""",
    ),
}
