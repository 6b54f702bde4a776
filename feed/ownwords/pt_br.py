"""What pages and greetings say in Brazilian Portuguese, where it is otherwise than in Portugal."""

from dataclasses import replace

from feed.ownwords import pt

WORDS = replace(
    pt.WORDS,
    tag="pt-br",
    sign_off="Você ouviu {title}[, de {author}]. Este foi o podcast {show}.",
    first_day="1º",
    bonus="Episódio bônus",
    player="Player",
    pause="Pausar",
    back="Voltar 15 segundos",
    follow="Acompanhar o texto",
    share="Compartilhar este momento",
    download="Baixar o áudio",
    download_why=" para ouvir em outro player.",
    moment_link="Link para este momento",
    copied_moment="Link para {time} copiado.",
    link_of="Link de {chapter}: {host}",
    links="Links deste episódio",
    take="Para baixar",
    subscribe_to="Assinar {show}",
    subscribe_why=" para receber os novos episódios no seu aplicativo de podcasts.",
    key_play="reproduzir, pausar",
    key_steps="voltar 15 segundos, avançar 30",
    key_small_steps="voltar 5 segundos, avançar 5",
    none_yet="O primeiro episódio ainda está por vir.",
    subscribe="Assinar",
    only_local=(
        "Só este computador consegue acessar este endereço. Quando o podcast for publicado, os botões "
        "funcionarão em qualquer lugar."
    ),
    any_other_app="Para qualquer outro aplicativo, o endereço do feed",
    copy_yourself="Está selecionado: é só copiar.",
    scan="Escanear com o celular",
    support="Apoie o podcast",
    feed_is=(
        "Este é o feed de um podcast: um endereço para aplicativos de podcasts. Copie-o no seu aplicativo, onde "
        "diz “adicionar por URL” ou “seguir por URL”, e os novos episódios chegarão sozinhos."
    ),
    copy_address="Assinar: copie este endereço no seu aplicativo de podcasts.",
)
