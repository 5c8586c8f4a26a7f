namespace Croisee.Library;

// The suffix rules. In each step the longest suffix of the step's lists is chosen first, then its condition is asked:
// a longer suffix that may not go protects the word from a shorter one. So lists are joined and ordered once.
public ref partial struct FrenchStemmer
{
    enum Rule { Second, Ator, Log, Ution, Ence, Ement, Ity, If, Eaux, Aux, Euse, Issement, Amment, Emment, Ment, Ions, Plain, Also }

    static readonly (string Suffix, Rule Rule)[] Standard = Ordered(
        (Rule.Second, "ance iqUe isme able iste eux ances iqUes ismes ables istes"),
        (Rule.Ator, "atrice ateur ation atrices ateurs ations"),
        (Rule.Log, "logie logies"), (Rule.Ution, "usion ution usions utions"), (Rule.Ence, "ence ences"),
        (Rule.Ement, "ement ements"), (Rule.Ity, "ité ités"), (Rule.If, "if ive ifs ives"), (Rule.Eaux, "eaux"),
        (Rule.Aux, "aux"), (Rule.Euse, "euse euses"), (Rule.Issement, "issement issements"),
        (Rule.Amment, "amment"), (Rule.Emment, "emment"), (Rule.Ment, "ment ments"));

    static readonly (string Suffix, Rule Rule)[] VerbsInI = Ordered((Rule.Plain,
        "îmes ît îtes i ie Ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent " +
        "issais issait issant issante issantes issants isse issent isses issez issiez issions issons it"));

    static readonly (string Suffix, Rule Rule)[] Verbs = Ordered((Rule.Ions, "ions"),
        (Rule.Plain, "é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez"),
        (Rule.Also, "âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions"));

    static (string, Rule)[] Ordered(params (Rule Rule, string Suffixes)[] lists) =>
        [.. lists.SelectMany(l => l.Suffixes.Split(' ').Select(s => (Suffix: s, l.Rule))).OrderByDescending(s => s.Suffix.Length)];

    void RemoveSuffixes()
    {
        if (RemoveStandard() || RemoveVerbInI() || RemoveVerb())
        {
            if (Ends("Y")) Replace(1, "i");
            else if (Ends("ç")) Replace(1, "c");
        }
        else RemoveResidue();

        if (Ends("enn") || Ends("onn") || Ends("ett") || Ends("ell") || Ends("eill")) length--;
        var i = length - 1;
        while (i >= 0 && !IsVowel(i)) i--;
        if (i >= 0 && i < length - 1 && word[i] is 'é' or 'è') word[i] = 'e';
    }

    bool RemoveStandard()
    {
        var (suffix, rule) = Longest(Standard, 0);
        if (suffix is null) return false;
        var n = suffix.Length;
        var at = length - n;
        switch (rule)
        {
            case Rule.Second: return Remove(n, second);
            case Rule.Ator:
                if (!Remove(n, second)) return false;
                if (Ends("ic") && !Remove(2, second)) Replace(2, "iqU");
                return true;
            case Rule.Log: return at >= second && Replace(n, "log");
            case Rule.Ution: return at >= second && Replace(n, "u");
            case Rule.Ence: return at >= second && Replace(n, "ent");
            case Rule.Ement: return Remove(n, verbal) && AfterEment();
            case Rule.Ity: return Remove(n, second) && AfterIty();
            case Rule.If:
                if (!Remove(n, second)) return false;
                if (Ends("at") && Remove(2, second) && Ends("ic") && !Remove(2, second)) Replace(2, "iqU");
                return true;
            case Rule.Eaux: return Replace(n, "eau");
            case Rule.Aux: return at >= first && Replace(n, "al");
            case Rule.Euse: return Remove(n, second) || at >= first && Replace(n, "eux");
            case Rule.Issement: return at >= first && at > 0 && !IsVowel(at - 1) && Remove(n, 0);
            // These three change the word and still let the verb rules have it: confusément is confusé + ment.
            case Rule.Amment: return at >= verbal && Replace(n, "ant") && false;
            case Rule.Emment: return at >= verbal && Replace(n, "ent") && false;
            default: return IsVowel(at - 1) && at - 1 >= verbal && Remove(n, 0) && false;
        }
    }

    bool AfterEment()
    {
        if (Ends("iv")) { if (Remove(2, second) && Ends("at")) Remove(2, second); }
        else if (Ends("eus")) { if (!Remove(3, second) && length - 3 >= first) Replace(3, "eux"); }
        else if (Ends("abl") || Ends("iqU")) Remove(3, second);
        else if ((Ends("ièr") || Ends("Ièr")) && length - 3 >= verbal) Replace(3, "i");
        return true;
    }

    bool AfterIty()
    {
        if (Ends("abil")) { if (!Remove(4, second)) Replace(4, "abl"); }
        else if (Ends("ic")) { if (!Remove(2, second)) Replace(2, "iqU"); }
        else if (Ends("iv")) Remove(2, second);
        return true;
    }

    bool RemoveVerbInI()
    {
        var (suffix, _) = Longest(VerbsInI, verbal);
        if (suffix is null) return false;
        var before = length - suffix.Length - 1;
        return before >= verbal && word[before] != 'H' && !IsVowel(before) && Remove(suffix.Length, verbal);
    }

    bool RemoveVerb()
    {
        var (suffix, rule) = Longest(Verbs, verbal);
        if (suffix is null || !Remove(suffix.Length, rule == Rule.Ions ? second : verbal)) return false;
        if (rule == Rule.Also && Ends("e")) Remove(1, verbal);
        return true;
    }

    void RemoveResidue()
    {
        if (Ends("s") && length > 1 && (length > 2 && word[(length - 3)..(length - 1)] is "Hi" || !"aiouès".Contains(word[length - 2]))) length--;
        if (Ends("ion") && length - 3 >= verbal)
        {
            if (length - 3 >= second && length - 4 >= verbal && word[length - 4] is 's' or 't') length -= 3;
        }
        else if ((Ends("ière") || Ends("Ière")) && length - 4 >= verbal) Replace(4, "i");
        else if ((Ends("ier") || Ends("Ier")) && length - 3 >= verbal) Replace(3, "i");
        else if (Ends("e")) Remove(1, verbal);
    }

    readonly (string? Suffix, Rule Rule) Longest((string Suffix, Rule Rule)[] suffixes, int from)
    {
        foreach (var s in suffixes)
            if (length - s.Suffix.Length >= from && Ends(s.Suffix)) return s;
        return default;
    }

    readonly bool Ends(string suffix) => word[..length].EndsWith(suffix);

    bool Remove(int n, int region)
    {
        if (length - n < region) return false;
        length -= n;
        return true;
    }

    bool Replace(int n, string by)
    {
        by.CopyTo(word[(length - n)..]);
        length += by.Length - n;
        return true;
    }
}
