def letters(ipa, *, british=False):
    return ipa.replace("dʒ","ʤ").replace("ː","")
def ipa(letters):
    return letters
def cleaned(letters):
    return letters.replace("ʀ","ɹ")
