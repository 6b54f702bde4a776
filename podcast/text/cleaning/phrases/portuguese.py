"""What Portuguese pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

PORTUGUESE = Phrases(
    navigation="""
        origem: wikipédia, a enciclopédia livre.;
        ir para o conteúdo [principal]; pular para o conteúdo [principal]; pular para conteúdo;
        saltar para o conteúdo [principal]; avançar para o conteúdo [principal]; avançar para o conteúdo;
        ir diretamente para o conteúdo; pular para a navegação; abrir menu; abrir o menu; fechar menu;
        menu principal; você está aqui…; está aqui…; pesquisar por; buscar por; voltar ao início
        """,
    menu="""
        artigo; discussão; ler; editar; editar código-fonte; ver histórico; ferramentas; # línguas;
        política; cultura; esportes; esporte; economia; opinião; colunas; mundo; cotidiano; ciência; ilustrada;
        desporto; sociedade; brasil;
        início; página inicial; inicial; home; sobre; sobre mim; sobre nós; quem somos; quem sou; contato; contacto;
        menu; busca; buscar; pesquisa; pesquisar; blog; arquivo; arquivos; entrar; iniciar sessão; cadastre-se;
        registar; assine; assinar; newsletter; loja; notícias; livros; projetos; artigos; ensaios; textos;
        minha conta; carrinho; doar; temas; podcast; política; cultura; economia; opinião; esportes
        """,
    about="""
        #/#/# às …; #/#/# #:#;
        atualizado há …; atualizado em …; atualizada em …; publicado há …; há # anos; há # dias; há # horas;
        ouvir artigo; ouça este artigo; ouvir texto;
        pago;
        publicado em …; publicado por …; publicado a …; publicado no …; postado em …; postado por …; escrito por …;
        escrito em …; atualizado em …; atualizado a …; última atualização …; última modificação …; marcado …;
        marcado com …; com a tag …; etiquetado …; etiquetas: …; tags: …; categoria: …; categorias: …;
        categorizado como …; arquivado em …; tempo de leitura: …; tempo de leitura …; tempo estimado de leitura …;
        # min de leitura; # min. de leitura; # minutos de leitura; # minuto de leitura; leitura de # min;
        leitura de # minutos; leitura: # min; esta entrada foi publicada ….; este post foi publicado ….;
        este artigo foi publicado ….; adicione o link permanente ….; adicione aos favoritos ….; ouvir artigo;
        ouça este artigo; ouvir este artigo; ler mais tarde; ler depois; salvar para depois; guardar para depois;
        imprimir
        """,
    sharing="""
        compartilhe; compartilhar; compartilhe isso; compartilhe este artigo; compartilhe este post;
        compartilhe no …; compartilhar no …; compartilhar em …; compartilhar via …; partilhar; partilhe;
        partilhar isto; partilhe este artigo; partilhar no …; partilhar em …; partilhar este artigo; clique para …;
        carregue aqui para …; click para …; copiar link; copiar ligação; curtir; curtir isso; curtir carregando.;
        gosto; gosto disto; gosto carregando.; a carregar.; carregando.; seja o primeiro a curtir este post.
        """,
    offers="""
        receba as notícias no seu e-mail.; receba …no seu e-mail.; receba …no seu email.; assine; assine já;
        assine agora; conteúdo exclusivo para assinantes; já é assinante? ….; cadastre-se …;
        inscreva-se na nossa newsletter.;
        assine …newsletter.; assine a newsletter.; assine nossa newsletter.; inscreva-se em …newsletter.;
        inscreva-se na nossa newsletter.; inscreva-se na newsletter.; subscreva …newsletter.;
        subscreva a newsletter.; receba …newsletter….; receba …por e-mail.; receba …por email.; assine;
        assine agora; assine já; assine para continuar lendo.; assine para ….; assine o blog …;
        assinar blog por e-mail; inscreva-se; inscreva-se agora; subscreva; subscrever; cadastre-se;
        cadastre-se grátis; digite seu e-mail.; digite seu endereço de e-mail ….; insira o seu email.;
        insira seu endereço de e-mail ….; introduza o seu endereço ….; seu e-mail; seu endereço de e-mail;
        o seu email; junte-se a # outros assinantes; junte-se a # outros subscritores; já é assinante? ….;
        já é assinante; já tem uma conta? ….; já tem conta? ….; este artigo é exclusivo para assinantes.;
        este artigo é exclusivo para assinantes ….; este conteúdo é exclusivo para assinantes….;
        conteúdo exclusivo para assinantes; exclusivo para assinantes; só para assinantes; apenas para assinantes;
        você ainda tem # artigos grátis….; para continuar lendo….; para continuar a ler….; torne-se membro.;
        torne-se assinante.; seja membro.; apoie-nos; apoie este blog; siga-nos no …; siga-nos em …; siga-me no …;
        siga-nos; usamos cookies….; utilizamos cookies….; este site usa cookies….; este site utiliza cookies….;
        nosso site usa cookies….; nosso site utiliza cookies….; ao continuar a navegar….; ao continuar navegando….;
        ao continuar a usar este site….; privacidade e cookies: ….; aceitar [todos os] cookies; aceitar todos;
        aceitar tudo; aceitar e fechar; aceitar; rejeitar; rejeitar todos; recusar; recusar todos;
        configurações de cookies; definições de cookies; gerenciar cookies; política de cookies
        """,
    more="""
        ver também; ligações externas; categoria: …; categorias: …; referências;
        posts relacionados; artigos relacionados; artigos semelhantes; textos relacionados; notícias relacionadas;
        relacionado; relacionados; mais artigos; mais posts; mais publicações; mais de …; mais sobre …;
        mais do mesmo autor; leia mais; leia mais …; ler mais; ler mais …; leia também; leia também: …;
        leia a seguir; continue lendo; continue lendo …; continuar a ler; ver mais; mostrar mais; saiba mais;
        você também pode gostar; você pode gostar; também pode gostar; talvez também goste; poderá também gostar;
        posts recentes; artigos recentes; comentários recentes; comentários; últimos posts; últimos artigos;
        mais lidas; mais lidos; os mais lidos; todos os posts; ver todos os posts; ver todos os posts de …;
        ver todos os artigos de …; ver todos os posts por …; todos os artigos de …; post anterior …; post anterior;
        próximo post …; próximo post; artigo anterior …; artigo anterior; próximo artigo …; próximo artigo;
        artigo seguinte …; artigo seguinte; posts antigos; posts mais antigos; posts mais recentes; ← anterior …;
        anterior: …; próximo: …; seguinte: …; navegação de post; navegação de posts; navegação de artigos;
        voltar ao topo; ir para o topo; todos os direitos reservados.; orgulhosamente mantido com wordpress;
        orgulhosamente …wordpress; desenvolvido por …; crie um …site …wordpress.com.; blog no wordpress.com.
        """,
    replies="""
        deixe um comentário; deixe uma resposta; deixe um comentário cancelar resposta;
        deixe uma resposta cancelar resposta; deixar um comentário; deixar uma resposta; cancelar resposta;
        publicar comentário; publicar um comentário; enviar comentário; adicionar comentário;
        adicione um comentário.; escreva um comentário.; comentar; responder;
        o seu endereço de e-mail não será publicado.; o seu endereço de email não será publicado.;
        o seu endereço de e-mail não será publicado. campos ….;
        o seu endereço de email não será publicado. campos ….; seu endereço de e-mail não será publicado.;
        seu e-mail não será publicado….; campos obrigatórios são ….; campos obrigatórios ….;
        campos obrigatórios marcados ….; salvar meus dados neste navegador ….; guardar o meu nome, ….; avise-me ….;
        notifique-me ….; notificar-me ….; os comentários estão fechados.; comentários fechados;
        comentários encerrados; comentários desativados …; os comentários estão encerrados.;
        você precisa estar logado ….; você precisa fazer o login ….; tem de iniciar a sessão ….;
        este site utiliza o akismet….; este site usa o akismet….; saiba como seus dados ….;
        nenhum comentário ainda.; seja o primeiro a comentar.
        """,
    comments="""
        # comentários; # comentário; # respostas; # resposta; # comentários em …; # comentários sobre …;
        # comentário em …; # respostas para …; # respostas a …; # opiniões sobre …; um comentário;
        um comentário em …; nenhum comentário; sem comentários; comentários (#)
        """,
    box="""
        publicado por …; sobre o autor; sobre a autora; sobre …; autor: …; escrito por …
        """,
    words="""
        compartilhar; partilhar; tweetar; tuitar; imprimir; mais; comentário; comentários; responder; resposta;
        nome; e-mail; email; site; website; sítio web; assinar; assine; entrar; iniciar sessão; cadastre-se;
        pesquisar; buscar; menu; início; contato; contacto; arquivos; arquivo; categorias; tags; etiquetas;
        sem categoria; uncategorized; seguir; curtir; gosto; salvar; guardar; próximo; anterior; seguinte; enviar;
        fechar; privacidade; política de privacidade; termos; … disse; … disse:; … diz; … diz:; … escreveu; em "…";
        em “…"
        """,
    adverts="""
        assine; inscreva-se; conteúdo exclusivo para assinantes; continua após o anúncio;
        continua depois da publicidade; veja também: …; saiba mais: …; leia mais: …; foto de capa: …;
        publicidade; anúncio; anúncios; continua após a publicidade; continua depois da publicidade;
        conteúdo patrocinado;
        leia também: …; leia mais: …; veja também: …; (voltar ao topo);
        obrigado por ler … subscreva gratuitamente….; obrigada por ler … subscreva gratuitamente….;
        obrigado por ler … inscreva-se gratuitamente….; obrigada por ler … inscreva-se gratuitamente….;
        obrigado por ler … assine gratuitamente….; … é uma publicação apoiada pelos leitores….; clique para ampliar
        """,
    mail="""
        ver no navegador; ver este e-mail no navegador; ver este email no navegador; visualizar no navegador;
        abrir no navegador; versão web; cancelar [a] subscrição; cancelar inscrição; descadastrar; descadastre-se;
        recebeu este e-mail porque ….; você recebeu este e-mail porque ….; está a receber este e-mail porque ….;
        gerir preferências; gerenciar preferências; enviado do meu iphone.; encaminhar a um amigo
        """,
)
