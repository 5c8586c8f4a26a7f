using System.Collections.Frozen;

namespace Croisee.Words;

/// <summary>What the verbs of a sentence do, by their endings and their neighbours: tense, voice, negation.</summary>
internal static class EasyVerbs
{
    private static readonly FrozenSet<string> Determiners = Set("le la les l' un une des du de d' au aux ce cet cette ces mon ma mes ton ta tes son sa ses notre nos votre vos leur leurs chaque quel quelle en");
    private static readonly FrozenSet<string> Subjects = Set("je j' tu il elle on nous vous ils elles ca cela qui");

    // Words that end like a verb of another time and are none, or are the present.
    private static readonly FrozenSet<string> NotImperfect = Set("fait lait trait portrait souhait bienfait parfait retrait extrait attrait forfait sait plait refait satisfait defait abstrait distrait soustrait tait nait connait parait apparait disparait reconnait distrait deplait complait imparfait mefait surfait stupefait balai ait paient essaient effraient aient egaient balaient deblaient bégaient soustraient distraient extraient croient");
    private static readonly FrozenSet<string> NotFuture = Set("opera camera extra infra ultra cobra bras embarras gras draps vrai front affront gera contra sierra aura-t chakra ramera");
    private static readonly FrozenSet<string> PresentOnt = Set("sont font vont ont");
    private static readonly FrozenSet<string> SimplePast = Set("fut furent eut eurent fit firent vint vinrent prit prirent mit mirent put purent dut durent voulut vit virent devint tint tinrent alla ecrivit lut finit finirent choisit choisirent");
    private static readonly FrozenSet<string> PresentErent = Set("gerent preferent esperent considerent operent suggerent generent adherent cooperent tolerent moderent liberent integrent celebrent revelent digerent referent repetent");
    private static readonly FrozenSet<string> Be = Set("est sont suis es sommes etes etait etaient sera seront serait seraient ete etre fut furent soit soient etant");
    private static readonly FrozenSet<string> OfBeing = Set("alle venu arrive parti entre sorti ne mort reste tombe devenu monte descendu passe retourne rentre revenu decede reparti redevenu intervenu parvenu");
    private static readonly FrozenSet<string> States = Set("fatigue age situe assis ouvert ferme marie interesse motive handicape adapte equipe isole epuise enerve desole ravi gratuit content pret malade blesse presse occupe inquiet decu attache engage divorce separe surpris varie eleve prive oblige habitue deprime connu reussi trompe pourri fini parfait petit joli gentil poli uni vieilli maigri libre seul egal handicapes agite etonne perdu degage carre sucre sale colore complique retraite salarie abonne diplome qualifie specialise limite passionne rassure decourage");
    // What is done and then lasts: « est affiché » says how it is, « sera affiché » says that somebody will do it.
    private static readonly FrozenSet<string> Lasting = Set("partage personnalise affiche ecrit");
    private static readonly FrozenSet<string> Participles = Set("choisi fini reuni rempli servi suivi fourni defini etabli accueilli construit ecrit produit fait dit mis pris appris compris permis promis transmis recu lu vu connu entendu attendu rendu vendu perdu tenu soutenu maintenu elu prevu voulu offert decouvert couvert conduit traduit inscrit decrit atteint peint resolu admis remis soumis repeint recueilli averti reparti refait revu relu obtenu retenu reconnu battu cru interrompu detruit reduit introduit cuit saisi nourri guerri puni garanti elargi reflechi relie");

    public static void Tense(IReadOnlyList<EasyWord> words, List<EasyRemark> remarks)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var f = words[i].Folded;
            var before = i > 0 ? words[i - 1].Folded : "";
            if (f.Length < 3 || words[i].Text.Length < 2 || Determiners.Contains(before)) continue;
            if (IsOther(words, i, f, before)) { remarks.Add(new(EasyCheck.Tense, words[i].Text, "Écrivez le verbe au présent.")); return; }
        }
    }

    private static bool IsOther(IReadOnlyList<EasyWord> words, int i, string f, string before)
    {
        if ((Ends(f, "ait") || Ends(f, "aient")) && f.Length > 4 && !NotImperfect.Contains(f)) return true;
        if (f is "etait" or "avait") return true;
        var after = i > 1 ? words[i - 2].Folded : "";
        var mine = before is "je" or "j'" or "tu" || (before is "ne" or "n'" or "me" or "m'" or "le" or "la" or "l'" or "y" or "en" && after is "je" or "j'" or "tu");
        if (Ends(f, "ais") && mine && f is not ("sais" or "fais" or "vais" or "connais" or "plais" or "tais" or "nais" or "parais" or "reconnais" or "refais")) return true;
        if (before is "nous" && Ends(f, "ions") && f.Length > 5) return true;
        if (before is "vous" && Ends(f, "iez") && f.Length > 4) return true;
        // The future keeps the r of the infinitive: « irons », « changera », « seront ».
        if ((Ends(f, "ra") || Ends(f, "ras")) && f.Length > 3 && !NotFuture.Contains(f) && !char.IsUpper(words[i].Text[0]) && (Ends(f, "era") || Ends(f, "ira") || Ends(f, "dra") || Ends(f, "vra") || Ends(f, "tra") || Ends(f, "ura") || Ends(f, "eras") || Ends(f, "iras") || Ends(f, "dras") || Ends(f, "rra"))) return true;
        if (Ends(f, "ront") && !NotFuture.Contains(f) && !PresentOnt.Contains(f)) return true;
        // « nous vous écrirons »: who acts stands before whom it is done to.
        var ours = before is "nous" || (before is "vous" or "le" or "la" or "l'" or "les" or "lui" or "leur" or "y" or "en" && after is "nous");
        if (ours && Ends(f, "irons") && f is not ("tirons" or "retirons" or "admirons" or "respirons" or "desirons" or "virons" or "inspirons")) return true;
        if (ours && (f is "irons" or "serons" or "aurons" or "ferons" or "pourrons" or "devrons" or "saurons" or "verrons" or "viendrons" or "prendrons" || (Ends(words[i].Text, "erons") && f.Length > 6) || Ends(f, "drons") || Ends(f, "evrons") || Ends(f, "ettrons"))) return true;
        if (before is "vous" && (f is "irez" or "serez" or "aurez" or "ferez" or "pourrez" or "devrez" or "saurez" or "verrez" or "viendrez" or "prendrez" || (Ends(words[i].Text, "erez") && f.Length > 5) || Ends(f, "drez") || Ends(f, "evrez") || Ends(f, "ettrez") || (Ends(f, "irez") && f is not ("tirez" or "retirez" or "admirez" or "respirez" or "desirez" or "virez" or "inspirez")))) return true;
        if (before is "je" or "j'" && Ends(f, "rai") && f.Length > 3) return true;
        if (SimplePast.Contains(f) && !(f is "vit" or "fit" or "choisit" or "finit" or "put" or "lut") && words[i].Text != "dût") return true;
        if (Ends(words[i].Text, "èrent") && !PresentErent.Contains(f)) return true;
        // « le directeur décida »: no noun of ours ends so behind a person.
        return f.Length > 4 && Ends(f, "a") && !Ends(f, "ra") && i > 0 && char.IsLower(words[i].Text[0]) && (Subjects.Contains(before) || (i > 1 && Determiners.Contains(after) && before.Length > 4)) && f is not ("voila" or "cinema" or "agenda" or "pizza" or "sauna" or "tombola" or "media" or "panda" or "veranda" or "pyjama" or "gala" or "samba" or "salsa" or "mimosa" or "villa" or "saga" or "quota" or "visa");
    }

    public static void Passive(IReadOnlyList<EasyWord> words, List<EasyRemark> remarks)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (!Be.Contains(words[i].Folded)) continue;
            // « il est demandé de… » is told by another check.
            if (i > 0 && words[i - 1].Folded is "il" && i + 2 < words.Count && words[i + 2].Folded is "de" or "d'" or "que") continue;
            // « ils se sont rencontrés » is no passive.
            var reflexive = false;
            for (var n = i - 1; n >= 0 && n >= i - 2; n--) reflexive |= words[n].Folded is "se" or "s'" or "me" or "m'" or "te" or "t'";
            if (reflexive || (i > 1 && words[i - 1].Folded is "nous" or "vous" && i > 1 && words[i - 2].Folded == words[i - 1].Folded)) continue;
            var at = i + 1;
            while (at < words.Count && at - i < 4 && (words[at].Folded is "tres" or "bien" or "pas" or "toujours" or "souvent" or "deja" or "aussi" or "ensuite" or "enfin" or "tous" or "toutes" or "vite" or "ete" or "plus" or "mieux" || Ends(words[at].Folded, "ment"))) at++;
            if (at >= words.Count || Determiners.Contains(words[at].Folded)) continue;
            var root = Masculine(words[at].Folded);
            var by = words.Skip(at + 1).Take(3).Any(w => w.Folded is "par");
            var past = Participles.Contains(root) || (IsAccented(words[at].Text) && root.Length > 3);
            if (!past || OfBeing.Contains(root) || (States.Contains(root) && !by) || (Lasting.Contains(root) && !by && words[i].Folded is ("est" or "sont"))) continue;
            remarks.Add(new(EasyCheck.Passive, $"{words[i].Text} {words[at].Text}", "Dites qui fait : « le groupe choisit », et non « est choisi »."));
            return;
        }
    }

    private static bool IsAccented(string word) => word.EndsWith('é') || word.EndsWith("ée", StringComparison.Ordinal) || word.EndsWith("és", StringComparison.Ordinal) || word.EndsWith("ées", StringComparison.Ordinal);

    private static string Masculine(string f)
    {
        if (f.Length > 3 && f.EndsWith('s') && !Participles.Contains(f)) f = f[..^1];
        return f.Length >= 3 && f.EndsWith('e') && (f.EndsWith("ee", StringComparison.Ordinal) || Participles.Contains(f[..^1]) || States.Contains(f[..^1]) || Lasting.Contains(f[..^1]) || OfBeing.Contains(f[..^1])) ? f[..^1] : f;
    }

    public static void Negative(IReadOnlyList<EasyWord> words, List<EasyRemark> remarks)
    {
        for (var i = 0; i < words.Count; i++)
        {
            var f = words[i].Folded;
            var next = i + 1 < words.Count ? words[i + 1].Folded : "";
            // « né » is no « ne ».
            var negative = (f is "ne" && words[i].Text is not ("né" or "Né")) || f is "aucun" or "aucune" or "jamais" || (f is "n'" && next is not ("importe"))
                || (f is "pas" && i > 0 && !(words[i - 1].Folded is "un" or "le" or "premier" or "chaque" or "petit" or "au" or "de" or "les" or "mes" or "ses" or "nos") && next is not "a" && !(words[i - 1].Folded is "a" && i > 1 && words[i - 2].Folded is "pas"));
            if (!negative) continue;
            remarks.Add(new(EasyCheck.Negative, f is "ne" or "n'" && next.Length > 0 ? words[i].Text + (f is "ne" ? " " : "") + words[i + 1].Text : words[i].Text, "Dites plutôt ce qui est ou ce que l’on peut faire."));
            return;
        }
    }

    private static bool Ends(string word, string ending) => word.EndsWith(ending, StringComparison.Ordinal);

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
