"""What Polish pages say around articles; phrases/__init__.py explains the signs."""

from podcast.text.cleaning.phrases import Phrases

POLISH = Phrases(
    navigation="""
        z wikipedii, wolnej encyklopedii;
        przejdź do treści; przejdź do [głównej] treści; przejdź do głównej zawartości; przejdź do zawartości;
        przeskocz do treści; przeskocz do zawartości; skocz do treści; przejdź do nawigacji; otwórz menu;
        zamknij menu; menu główne; jesteś tutaj…; szukaj
        """,
    menu="""
        artykuł; dyskusja; czytaj; edytuj; edytuj kod źródłowy; wyświetl historię i autorów; narzędzia;
        kultura; polityka; sport; opinie; felietony; gospodarka; nauka; świat; kraj; wideo;
        strona główna; start; home; o mnie; o nas; o autorze; o blogu; kontakt; menu; szukaj; blog; archiwum;
        zaloguj; zaloguj się; logowanie; rejestracja; zarejestruj się; subskrybuj; newsletter; sklep; aktualności;
        książki; projekty; artykuły; eseje; moje konto; koszyk; wesprzyj; tematy; polityka prywatności; regulamin;
        kultura; polityka; gospodarka; sport; wiadomości
        """,
    about="""
        opublikowano …; opublikowano w …; opublikowane …; opublikowane przez …; opublikowany …; napisane przez …;
        dodano …; zaktualizowano …; aktualizacja: …; ostatnia aktualizacja …; ostatnia modyfikacja …; otagowano …;
        otagowane …; tagi: …; kategoria: …; kategorie: …; zaszufladkowano do kategorii …; czas czytania: …;
        czas czytania …; # min czytania; # min. czytania; # minut czytania; # minuty czytania; # minuta czytania;
        przeczytasz w # min; ten wpis został opublikowany ….; dodaj zakładkę do bezpośredniego odnośnika.;
        posłuchaj artykułu; posłuchaj tego artykułu; przeczytaj później; czytaj później; zapisz na później; drukuj;
        wydrukuj
        """,
    sharing="""
        udostępnij; udostępnij to; udostępnij wpis; udostępnij artykuł; udostępnij ten wpis; udostępnij ten artykuł;
        udostępnij na …; udostępnij przez …; podziel się; podziel się …; kliknij, aby …; kliknij aby …;
        kliknij by …; kliknij, by …; kopiuj link; skopiuj link; lubię to; polub to; lubię wczytywanie.;
        lubię to wczytywanie.; wczytywanie.; ładowanie.
        """,
    offers="""
        zapisz się do newslettera.; zapisz się na newsletter.; zapisz się na nasz newsletter.;
        zapisz się do …newslettera….; zapisz się; subskrybuj; subskrybuj newsletter; subskrybuj bloga …;
        subskrybuj teraz; zaprenumeruj; prenumeruj; wykup prenumeratę.; wykup dostęp.; kup prenumeratę;
        zarejestruj się; podaj swój adres e-mail….; podaj adres e-mail….; wpisz swój adres e-mail….;
        wprowadź swój adres e-mail….; twój adres e-mail; dołącz do # subskrybentów;
        dołącz do # pozostałych subskrybentów; masz już konto? ….; masz już prenumeratę? ….;
        jesteś już subskrybentem? ….; jesteś subskrybentem? ….; artykuł dostępny tylko dla prenumeratorów.;
        artykuł dostępny tylko dla subskrybentów.; ten artykuł jest dostępny tylko dla ….; tylko dla prenumeratorów;
        tylko dla subskrybentów; aby czytać dalej….; aby przeczytać całość….; czytaj dalej z …;
        pozostało # bezpłatnych artykułów….; wesprzyj nas; wesprzyj bloga; obserwuj nas na …; śledź nas na …;
        obserwuj nas; używamy plików cookie….; używamy cookies….; używamy ciasteczek….;
        ta strona używa plików cookie….; ta strona używa cookies….; ta strona korzysta z plików cookie….;
        ta strona korzysta z ciasteczek….; ta witryna używa plików cookie….; ta witryna korzysta z plików cookie….;
        nasza strona używa ….; nasza strona korzysta z ….; strona korzysta z plików cookie….;
        kontynuując korzystanie….; prywatność i pliki cookies: ….; zaakceptuj wszystkie; akceptuj wszystkie;
        akceptuję; zaakceptuj [wszystkie] pliki cookie; odrzuć wszystkie; odrzuć; ustawienia plików cookie;
        ustawienia cookies; polityka cookies
        """,
    more="""
        zobacz też; przypisy; linki zewnętrzne; kategoria: …; kategorie: …;
        podobne wpisy; podobne artykuły; powiązane wpisy; powiązane artykuły; powiązane; podobne; zobacz także;
        zobacz też; zobacz również; przeczytaj także; przeczytaj także: …; przeczytaj również; czytaj także;
        czytaj także: …; czytaj też; czytaj dalej; czytaj dalej …; czytaj więcej; czytaj więcej …; więcej wpisów;
        więcej artykułów; więcej od …; więcej na …; pokaż więcej; zobacz więcej; dowiedz się więcej;
        to może cię zainteresować; może cię zainteresować; może ci się spodobać; najnowsze wpisy; ostatnie wpisy;
        najnowsze artykuły; najnowsze komentarze; ostatnie komentarze; najczęściej czytane; najpopularniejsze;
        popularne wpisy; wszystkie wpisy; zobacz wszystkie wpisy; zobacz wszystkie wpisy …;
        wszystkie wpisy autora …; wszystkie wpisy, których autorem jest …; wyświetl wszystkie wpisy …;
        poprzedni wpis …; poprzedni wpis; następny wpis …; następny wpis; poprzedni artykuł …; poprzedni artykuł;
        następny artykuł …; następny artykuł; starsze wpisy; nowsze wpisy; ← poprzedni …; poprzedni: …; następny: …;
        nawigacja wpisu; nawigacja po wpisach; zobacz wpisy; do góry; wróć na górę; na górę; powrót na górę;
        wszelkie prawa zastrzeżone.; wszystkie prawa zastrzeżone.; dumnie wspierane przez wordpressa.;
        dumnie wspierane przez …; obsługiwane przez …; stwórz …wordpress.com.
        """,
    replies="""
        dodaj komentarz; dodaj komentarz anuluj pisanie odpowiedzi; zostaw komentarz; zostaw odpowiedź;
        napisz komentarz; skomentuj; skomentuj wpis; opublikuj komentarz; komentarz wpisu; wyślij komentarz;
        anuluj pisanie odpowiedzi; anuluj odpowiedź; twój adres e-mail nie zostanie opublikowany.;
        twój adres email nie zostanie opublikowany.; twój adres e-mail nie zostanie opublikowany. wymagane pola ….;
        twój adres email nie zostanie opublikowany. pola, ….; wymagane pola są ….; pola, których wypełnienie ….;
        zapamiętaj moje dane ….; zapisz moje dane ….; zapisz moje imię….; powiadom mnie ….;
        możliwość komentowania …; możliwość komentowania ….; komentowanie wyłączone; komentarze są wyłączone.;
        komentarze są zamknięte.; komentarze zamknięte; musisz się zalogować….; musisz być zalogowany….;
        zaloguj się, aby ….; witryna wykorzystuje akismet….; ta strona używa akismet….;
        dowiedz się więcej jak przetwarzane są ….; dowiedz się, w jaki sposób ….; brak komentarzy.
        """,
    comments="""
        # komentarzy; # komentarze; # komentarz; # odpowiedzi; # odpowiedź; # komentarzy do …; # komentarze do …;
        # komentarz do …; # odpowiedzi na …; # odpowiedzi do …; # myśli na temat …; jeden komentarz;
        jeden komentarz do …; brak komentarzy; komentarze (#)
        """,
    box="""
        opublikowane przez …; opublikowano przez …; o autorze; o autorce; autor: …; autorka: …; napisane przez …
        """,
    words="""
        udostępnij; tweetnij; drukuj; więcej; komentarz; komentarze; odpowiedz; odpowiedź; nazwa; imię; podpis;
        e-mail; email; adres e-mail; witryna internetowa; witryna; strona internetowa; subskrybuj; zaloguj się;
        zaloguj; szukaj; menu; strona główna; kontakt; archiwa; archiwum; kategorie; tagi; bez kategorii; obserwuj;
        lubię to; zapisz; następny; następna; poprzedni; poprzednia; dalej; wstecz; wyślij; zamknij;
        polityka prywatności; regulamin; … pisze; … pisze:; … mówi; … powiedział; … napisał; w „…”; w "…"
        """,
    adverts="""
        subskrybuj; subskrybuj teraz; artykuł tylko dla prenumeratorów; dalszy ciąg materiału pod wideo;
        czytaj więcej: …; zobacz także: …; dalsza część tekstu pod reklamą; polecamy: …;
        reklama; reklamy; dalsza część tekstu pod reklamą; materiał sponsorowany;
        czytaj też: …; czytaj także: …; przeczytaj też: …; przeczytaj także: …; zobacz też: …; (powrót na górę);
        dziękuję za przeczytanie … zasubskrybuj….; dziękujemy za przeczytanie … subskrybuj….;
        dzięki za przeczytanie … zapisz się….; kliknij, aby powiększyć
        """,
    mail="""
        zobacz w przeglądarce; zobacz online; otwórz w przeglądarce; wyświetl w przeglądarce; wersja online;
        wypisz się; wypisz mnie; zrezygnuj z subskrypcji; otrzymujesz tę wiadomość, ponieważ ….;
        otrzymałeś tę wiadomość, ponieważ ….; zarządzaj preferencjami; wysłane z iphone'a.; wysłane z mojego iphone'a.
        """,
)
