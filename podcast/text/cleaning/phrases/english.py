"""What English pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

ENGLISH = Phrases(
    navigation="""
        from wikipedia, the free encyclopedia.;
        skip to [main] content; skip to the [main] content; skip to [primary] navigation; skip to footer;
        skip links; jump to [main] content; toggle navigation; toggle menu; open menu; close menu; main menu;
        primary menu; open in app; open navigation; you are here…; search for; view all posts; back to blog;
        back to [all] posts; back to [all] articles; back to home; back to all …; ← back; ← home; all posts
        """,
    menu="""
        article; talk; read; edit; view source; view history; tools; # languages;
        opinion; culture; sport; sports; world; business; politics; lifestyle; travel; science; technology; arts;
        video; weather; money; environment; obituaries; columns; magazine; editions; print subscriptions; search jobs;
        live;
        home; about; about us; about me; contact; contact us; menu; search; blog; archive; archives; log in; login;
        sign in; sign up; register; subscribe; newsletter; shop; store; news; books; podcast; podcasts; projects;
        rss; faq; help; support; donate; my account; cart; portfolio; resources; categories; topics; sections;
        events; get app; write; get started; membership; articles; posts; essays; services; home page; homepage;
        get the app; start here; privacy policy; privacy; terms; our team; team; now; dark mode; light mode
        """,
    about="""
        last modified on …; first published on …; # minute listen; jump to recipe; print recipe;
        jump to recipe print recipe; prep time: …; # min listen;
        paid;
        posted on …; posted by …; posted in …; posted # …; posted …ago; published on …; published by …;
        published in …; published # …; last updated …; last modified …; updated on …; filed under …; filed in …;
        tagged …; tagged with …; tags: …; tag: …; topics: …; categories: …; category: …; categorized as …;
        categorised as …; categorized: …; categorised: …; categorised in …; categorized in …; [about] # min read;
        [about] #-min read; [about] # mins read; [about] # minute read; [about] #-minute read;
        [about] # minutes read; [about] # minutes to read; [about] # min reading time; # minutes of reading;
        [estimated] reading time: …; [estimated] reading time …; [estimated] read time: …; time to read: …; # words;
        # views; # shares; # claps; # likes; this entry was posted ….; bookmark the permalink.;
        this entry was posted …. bookmark the permalink.; this post was originally published ….;
        listen to this article; listen to this article …; listen to this story; listen to this post;
        listen to article; listen to story; listen · #:# min; article voiceover; read in app; read later;
        save for later; save article; print this page; print this article; permalink; edit this page;
        edit this post; view original
        """,
    sharing="""
        share this; share this post; share this article; share this story; share this page; share this essay;
        share this entry; share this on …; share this: …; share the post; share the article; share the story;
        share the page; share post; share article; share on …; share via …; share with …; share to …; share link;
        share options; sharing is caring; click to share …; click to share ….; click to email …; click to print …;
        click to tweet …; copy link; copy link to clipboard; link copied; email this …; blogthis!.; tweet this;
        pin it; like this; like this post; loading.; like loading.; be the first to like this.
        """,
    offers="""
        sign up to our …; sign up for our daily …; sign up to the …; our … email breaks down …; privacy notice: ….;
        enter your email address; for more information see our privacy policy.; we use google recaptcha….;
        your support powers …; support the … from …;
        subscribe to our … newsletter …; subscribe to our … newsletter; subscribe to my … newsletter;
        subscribe to our newsletter.; subscribe to my newsletter.; subscribe to the newsletter.;
        subscribe to our blog; subscribe to my blog; subscribe to this blog; subscribe to our channel;
        subscribe to blog via email; subscribe via email; subscribe by email; subscribe to …'s newsletter;
        subscribe now; subscribe for free; subscribe for free ….; subscribe today; subscribe to continue;
        subscribe to continue reading.; subscribe to read …; subscribe to keep reading.;
        subscribe now to keep reading ….; sign up for our … newsletter …; sign up for our … newsletter;
        sign up for my … newsletter; sign up for our newsletter.; sign up for my newsletter.;
        sign up for the newsletter.; sign up for free; sign up to our newsletter.; sign up now; sign in to continue;
        sign in to read ….; join our newsletter.; join our mailing list.; join # other subscribers.;
        join # other followers.; get the newsletter; get our newsletter; get new posts by email.;
        get the latest …in your inbox.; get updates …in your inbox.; stay up to date …inbox.;
        delivered … to your inbox.; enter your email address to …; enter your email address to ….; enter your email;
        type your email.; your email address; your email; no spam. unsubscribe ….; unsubscribe at any time.;
        unsubscribe anytime.; thanks for reading … subscribe for free ….; thanks for reading … subscribe for free.;
        thanks for reading … share it.; thanks for subscribing.; thank you for subscribing.; by subscribing, ….;
        by subscribing you agree ….; already a subscriber? ….; already a subscriber? log in.; already a member? ….;
        already have an account? ….; already a paid subscriber? ….; this post is for subscribers …;
        this post is for paid subscribers.; this post is for paying subscribers.;
        this post is for paying subscribers only.; this article is for subscribers …;
        this article is for subscribers only.; this article is for members only.;
        this article is for paying subscribers.; this content is for members only.; this is a members-only story.;
        this story is for members only.; member-only story; members only; subscribers only; for subscribers only;
        you have # free articles left …; you have # free articles left ….; you have # free article left ….;
        you've read # of # free ….; you have reached your limit ….; become a member.; become a member to ….;
        become a subscriber.; become a paid subscriber.; start your free trial.; start a free trial.;
        upgrade to paid; unlock this article.; create an account to ….; create your free account ….; follow us on …;
        follow me on …; follow us; follow me; support us; support this blog; support me on …; support my work ….;
        buy me a coffee; buy me a coffee.; support us on patreon; join our community; we use cookies ….;
        this site uses cookies ….; this website uses cookies ….; our site uses cookies ….;
        our website uses cookies ….; by continuing to use this …cookies….; by continuing to browse ….;
        to find out more, including how to control cookies….; privacy & cookies: ….; accept [all] cookies;
        accept all; reject all; reject [all] cookies; decline cookies; allow [all] cookies; manage cookies;
        manage preferences; manage consent; cookie settings; cookie policy; cookie preferences; got it!.; i accept;
        i agree
        """,
    more="""
        see also; external links; works cited; references; further reading;
        reuse this content; most viewed; most commented; explore more on these topics; more on this story;
        more from the author; pin for later.; pin this recipe.; did you make this recipe? ….; nutrition facts;
        article continues; follow her on twitter …; follow him on twitter …; follow me on …;
        a version of this article appear[s][ed] in print on ….; a version of this article appeared in print ….;
        related; related posts; related post; related articles; related article; related stories; related reading;
        related content; related topics; related links; similar posts; similar articles; you may also like …;
        you may also like; you might also like …; you might also like; you may also enjoy; you might also enjoy;
        you may be interested in …; recommended for you; recommended [reading]; more posts; more articles;
        more stories; more like this; more to read; more to explore; more on this topic; more on …; more from …;
        discover more from …; recent posts; recent comments; latest posts; latest articles; latest news;
        popular posts; most popular; most read; trending [now]; featured posts; see all posts; see all articles;
        see more posts; load more [posts]; show more; view more; view all posts by …; view all posts in …;
        … view all posts by …; view more posts by …; view more posts; view all articles; read next; up next;
        read more; read more: …; read more » …; read more → …; read more articles; read more posts;
        continue reading; keep reading; previous; previous post …; previous post: …; previous post;
        previous article …; previous article; previous: …; next: …; next post …; next post: …; next post;
        next article …; next article; prev; prev post; prev article; older posts; newer posts; older post;
        newer post; older; newer; ← previous …; ← older …; ← newer …; ← …; next →; next »; … →; post navigation;
        posts navigation; pagination; back to top; scroll to top; return to top; go to top; top ↑; to top;
        all rights reserved.; © ….; © …; (c) #…; copyright © ….; copyright #….; copyright … # …; copyright (c) ….;
        powered by …; proudly powered by …; [blog] theme: ….; theme by …; theme: ….; designed by …; hosted on …;
        made with …wordpress; a wordpress.com website.; start a blog at wordpress.com.; blog at wordpress.com.;
        create a website or blog at wordpress.com.; create a free website or blog at wordpress.com.;
        get started on substack; start your substack; substack is the home for great culture;
        privacy ∙ terms ∙ collection notice; privacy · terms · collection notice; terms of use; terms of service;
        terms and conditions; privacy policy; report this content; report this; view site in reader;
        manage subscriptions; collapse this bar; design a site like this with wordpress.com
        """,
    replies="""
        this discussion is now closed for comments.; this discussion is closed.; comments have been closed.;
        comments are closed on this article.; sign in or create your … account to join the discussion;
        leave a reply; leave a comment; leave a reply cancel reply; leave your comment; leave a response;
        leave a reply to …; leave a comment on …; leave a reply …; cancel reply; post a comment; post a reply;
        post comment; add a comment; add comment; add a comment.; submit a comment; submit comment; write a comment;
        write a comment.; write a response; join the conversation; join the discussion.; show comments;
        show all comments; view comments; view all comments; load more comments; load comments; loading comments.;
        log in to …comment; log in to reply.; log in to leave a comment.; you must be logged in to post a comment.;
        you must be logged in to ….; you must log in to ….; log in or sign up to ….; notify me of ….;
        notify me by email ….; save my name ….; your email address will not be published.;
        your email address will not be published. required fields are marked.; required fields are marked.;
        required fields are marked ….; comments are closed.; comments are off ….; comments are now closed.;
        comments are disabled ….; comments off on …; comments on this entry are closed.; comments policy;
        this site uses akismet to reduce spam….; learn how your comment data is processed.; no comments yet.;
        no comments yet. be the first ….; be the first to comment.; be the first to comment ….; trackbacks …;
        trackback url …; pingbacks …; # pingbacks; # trackbacks
        """,
    comments="""
        comments (#);
        # comments; # comment; # responses; # response; # replies; # reply; # comments on …; # comment on …;
        # responses to …; # response to …; # replies to …; # thoughts on ….; # thought on ….; # thoughts on …;
        # thought on …; one thought on ….; one thought on …; one response to …; one comment; no comments;
        no responses; no replies; comments (#); comments #; responses (#); discussion about this post;
        discussion (#); reader comments
        """,
    box="""
        published by …; about the author; about the writer; about …; about author; written by …; author: …; author;
        written by; published by; posted by …
        """,
    words="""
        columnist; contributor; staff writer; correspondent;
        share; tweet; print; more; like; save; pin; pin it; comment; comments; reply; responses; response;
        subscribe; newsletter; menu; search; home; name; email; e-mail; email address; e-mail address; website; url;
        sign in; log in; login; sign up; register; follow; following; followers; published in; uncategorized;
        uncategorised; related; listen; next; previous; back; prev; about; contact; archives; archive; categories;
        tags; links; meta; entries feed; comments feed; wordpress.com; wordpress.org; top; latest; follow us; send;
        submit; close; ok; accept; privacy policy; cookie policy; terms; help; status; careers; press; blog;
        text to speech; teams; join; # followers; … says; … says:; … wrote; in “…”; in "…"; save comment; like this;
        likes; restack; notes; upgrade; current; current page; help center; rules
        """,
    adverts="""
        after newsletter promotion; subscribe; subscribe now; subscribed; upgrade to paid; refer a friend;
        give a gift subscription; skip past newsletter promotion; image credit: …;
        scroll to continue; click to enlarge;
        advertisement; advertisements; skip advertisement; story continues below;
        story continues below advertisement; story continues below this advertisement; article continues below;
        article continues below advertisement; article continues below this advertisement;
        article continues after advertisement; report this ad; continue reading the main story; sponsored content;
        also read: …; read also: …; read also; see full story: …; (back to top); back to top ↑;
        press enter or click to view image in full size; click image to enlarge;
        thanks for reading … subscribe for free to …;
        thanks for reading … subscribe for free to ….;
        thanks for reading … this post is public so feel free to share it.;
        … is a reader-supported publication. to receive new posts ….; … is a free publication. to receive new posts ….;
        … is a reader-supported publication. …subscriber….; canonical link; exported from medium on ….;
        originally published at … on ….; originally published at … on …; story continues below the photo;
        get more from … in the substack app; open image in new tab
        """,
    mail="""
        if you were forwarded this email ….; were you forwarded this ….;
        want to change how you receive these emails? ….; want to change how you receive these emails;
        you can update your preferences ….; you can update your preferences …; you are receiving this email because …;
        our mailing address is: ….; copyright © … all rights reserved.; no longer want to receive these emails? ….;
        was this forwarded to you? ….;
        view [this email] in [your] browser; view this [email] in [your] browser; view online; view it in your browser;
        view this newsletter in your browser; view it online; read online; read [this] in [your] browser; web version;
        having trouble viewing this email? …; having trouble reading this email? …; problems viewing this email? …;
        you are receiving this [email] because ….; you're receiving this [email] because ….;
        you received this [email] because ….; you are receiving this [email] because …;
        you are getting this [email] because ….; unsubscribe; unsubscribe here; unsubscribe from this list;
        to unsubscribe, ….; click here to unsubscribe.; unsubscribe or manage …; update your preferences;
        manage your preferences; manage your subscription; manage [email] preferences; email preferences;
        forward to a friend; forward this email …; was this email forwarded to you? ….; our mailing address is;
        sent by …to …; add us to your address book; sent from my iphone.; sent from my ipad.; sent from my phone.;
        get outlook for …
        """,
)
