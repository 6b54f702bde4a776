"""What Spanish pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

SPANISH = Phrases(
    navigation="""
        de wikipedia, la enciclopedia libre;
        saltar al contenido [principal]; ir al contenido [principal]; pasar al contenido [principal];
        saltar a contenido; saltar a la navegación; ir directamente al contenido; abrir menú; cerrar menú;
        abrir el menú; menú principal; estás aquí…; usted está aquí…; buscar por; volver al inicio
        """,
    menu="""
        artículo; discusión; leer; editar; ver historial; ver código; herramientas; # idiomas;
        internacional; españa; sociedad; ciencia; tecnología; sucesos; columnas; crónicas; mundo; viajes;
        edición impresa; hemeroteca;
        inicio; portada; acerca de; sobre mí; sobre nosotros; quiénes somos; quién soy; contacto; menú; buscar;
        blog; archivo; archivos; iniciar sesión; acceder; registrarse; suscribirse; suscríbete; boletín; tienda;
        noticias; libros; proyectos; artículos; aviso legal; mi cuenta; carrito; donar; temas; ensayos; newsletter;
        podcast; política; cultura; opinión; economía; deportes
        """,
    about="""
        tiempo de lectura # min.; guardar artículo; escuchar;
        de pago;
        publicado el …; publicado por …; publicado en …; publicada el …; publicado: …; escrito por …; posteado el …;
        actualizado el …; actualizado: …; última actualización …; última modificación …; etiquetado …;
        etiquetado como …; etiquetado con …; etiquetas: …; categoría: …; categorías: …; categorizado como …;
        archivado en …; archivado bajo …; tiempo de lectura: …; tiempo de lectura …; tiempo estimado de lectura …;
        # min de lectura; # min. de lectura; # minutos de lectura; # minuto de lectura; lectura de # min;
        lectura de # minutos; lectura: # min; esta entrada fue publicada ….; esta entrada se publicó ….;
        guarda el enlace permanente.; guarda el enlace permanente; escuchar artículo; escucha este artículo;
        escuchar este artículo; leer más tarde; leer después; guardar para después; imprimir
        """,
    sharing="""
        compartir; comparte; comparte esto; compartir esto; compártelo; comparte este artículo;
        compartir este artículo; comparte esta entrada; compartir artículo; compartir en …; compartir por …;
        compartir vía …; comparte en …; haz clic para …; haz clic en …; haga clic para …; copiar enlace; me gusta;
        me gusta esto; me gusta cargando.; cargando.; sé el primero en decir que te gusta.
        """,
    offers="""
        suscríbete a …newsletter.; suscríbete a …boletín….; suscríbete a nuestro boletín.; suscríbete al boletín.;
        suscríbase a …boletín….; apúntate a …newsletter.; recibe …boletín….; recibe …newsletter….;
        recibe …en tu correo.; suscríbete; suscríbete ahora; suscríbase; suscríbete gratis;
        suscríbete para seguir leyendo.; suscríbete para ….; suscríbete al blog …; suscribirse; suscribirme;
        regístrate; regístrate gratis; introduce tu correo electrónico ….; escribe tu correo electrónico.;
        escribe tu correo electrónico….; introduce tu dirección de correo ….; tu correo electrónico;
        tu dirección de correo electrónico; únete a otros # suscriptores; únete a # suscriptores; sin spam….;
        puedes darte de baja ….; ¿ya eres suscriptor? ….; ya eres suscriptor? ….; ¿ya tienes cuenta? ….;
        ya tienes una cuenta? ….; este artículo es solo para suscriptores.;
        este artículo es exclusivo para suscriptores.; contenido exclusivo para suscriptores;
        exclusivo para suscriptores; solo para suscriptores; te quedan # artículos gratis….; para seguir leyendo….;
        hazte socio.; hazte miembro.; hazte suscriptor.; apóyanos; síguenos en …; sígueme en …; síguenos;
        utilizamos cookies….; usamos cookies….; este sitio utiliza cookies….; este sitio usa cookies….;
        este sitio web utiliza cookies….; este sitio web usa cookies….; esta web utiliza cookies….;
        nuestro sitio utiliza cookies….; si continúas navegando….; al continuar navegando….;
        privacidad y cookies: ….; aceptar [todas las] cookies; aceptar todas; aceptar todo; aceptar y continuar;
        aceptar; rechazar; rechazar todo; rechazar todas; configurar cookies; configuración de cookies;
        política de cookies
        """,
    more="""
        véase también; enlaces externos; categoría: …; categorías: …; referencias;
        archivos; categorías; meta; te recomendamos; más información en …; archivado en; archivado en:;
        política de privacidad; aviso legal; política de cookies; se adhiere a los criterios de …;
        entradas relacionadas; artículos relacionados; relacionado; relacionados; noticias relacionadas;
        temas relacionados; más artículos; más entradas; más de …; más información; más sobre …; leer más;
        leer más …; lee más; lee también; lea también; lee también: …; seguir leyendo; sigue leyendo;
        continuar leyendo; ver más; también te puede interesar; te puede interesar; te podría interesar;
        quizás te interese; entradas recientes; comentarios recientes; últimas entradas; últimos artículos;
        lo más leído; lo más visto; más leídos; ver todas las entradas; ver todas las entradas de …;
        ver todos los artículos de …; todas las entradas de …; entrada anterior …; entrada anterior;
        entrada siguiente …; entrada siguiente; siguiente entrada …; siguiente entrada; artículo anterior …;
        artículo anterior; artículo siguiente …; siguiente artículo …; entradas anteriores; entradas más antiguas;
        entradas siguientes; ← anterior …; anterior: …; siguiente: …; navegación de entradas;
        navegación de la entrada; volver arriba; ir arriba; subir; todos los derechos reservados.; funciona con …;
        funciona gracias a …; creado con wordpress; crea un …sitio …wordpress.com.; blog de wordpress.com.
        """,
    replies="""
        enviar un comentario; publicar un comentario.; ver comentarios; ver los # comentarios; deja tu comentario;
        únete a la conversación;
        deja un comentario; dejar un comentario; deja una respuesta; dejar una respuesta;
        deja un comentario cancelar la respuesta; deja una respuesta cancelar la respuesta;
        deja una respuesta cancelar respuesta; cancelar la respuesta; cancelar respuesta; publicar un comentario;
        publicar comentario; publicar el comentario; enviar comentario; escribe un comentario.; añadir comentario;
        añade un comentario; agregar comentario; comentar; tu dirección de correo electrónico no será publicada.;
        tu dirección de correo electrónico no será publicada. los campos ….;
        su dirección de correo electrónico no será publicada.;
        su dirección de correo electrónico no será publicada. los campos ….;
        tu correo electrónico no será publicado….; los campos obligatorios están ….; los campos necesarios están ….;
        campos obligatorios ….; guarda mi nombre, ….; guardar mi nombre, ….; avísame ….;
        recibir un correo electrónico con ….; los comentarios están cerrados.; comentarios cerrados;
        comentarios desactivados …; debes iniciar sesión ….; debes estar registrado ….;
        lo siento, debes estar conectado ….; este sitio usa akismet….; aprende cómo se procesan ….;
        conoce cómo se procesan ….; aún no hay comentarios.; sé el primero en comentar.
        """,
    comments="""
        # comentarios; # comentario; # respuestas; # respuesta; # comentarios en …; # comentario en …;
        # respuestas a …; # comentarios sobre …; # pensamientos sobre …; un comentario; un comentario en …;
        una respuesta a …; no hay comentarios; sin comentarios; comentarios (#)
        """,
    box="""
        publicado por …; sobre el autor; sobre la autora; acerca del autor; acerca de …; sobre …; autor: …;
        escrito por …
        """,
    words="""
        compartir; tuitear; twittear; imprimir; más; comentario; comentarios; responder; respuesta; nombre;
        correo electrónico; correo; e-mail; web; sitio web; página web; suscribirse; suscríbete; iniciar sesión;
        acceder; registrarse; buscar; menú; inicio; contacto; archivos; archivo; categorías; etiquetas;
        sin categoría; uncategorized; seguir; me gusta; guardar; siguiente; anterior; enviar; cerrar; aviso legal;
        privacidad; política de privacidad; … dice; … dice:; … dijo; … escribió; en «…»; en "…"; en “…"
        """,
    adverts="""
        suscríbete; suscríbete ahora; más información; lee también; archivado en: …;
        regístrate gratis para seguir leyendo; te recomendamos: …;
        publicidad; anuncio; anuncios; contenido patrocinado;
        lee también: …; lea también: …; leer también: …; te puede interesar: …; (volver arriba);
        gracias por leer … suscríbete gratis….; ¡gracias por leer … suscríbete gratis….;
        ¡gracias por leer … suscríbete ….; gracias por leer … suscríbete para recibir ….;
        … es una publicación apoyada por sus lectores….; … es una publicación financiada por los lectores….;
        haz clic para ampliar
        """,
    mail="""
        ver en el navegador; ver este correo en [tu] navegador; ver este correo en [su] navegador; ver en línea;
        abrir en el navegador; darse de baja; darme de baja; cancelar [la] suscripción; cancelar mi suscripción;
        recibes este correo porque ….; recibe este correo porque ….; estás recibiendo este correo porque ….;
        gestionar preferencias; actualizar preferencias; enviado desde mi iphone.; reenviar a un amigo
        """,
)
