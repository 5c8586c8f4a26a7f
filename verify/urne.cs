// Relit le fichier d’une urne : dotnet run verify/urne.cs -- croisee-urne-bcdfghjk.json [code reçu par courriel…]
// Une seule page, aucune autre bibliothèque que .NET, et rien de commun avec le produit : verify/README.md dit comment le fichier est fait, pour en écrire un autre.
// Rend 0 quand tout tient, 1 quand quelque chose ne tient pas, 2 quand il n’y a rien à lire.
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

#if !CROISEE_TESTS
return UrnVerifier.Run(args);
#endif

static class UrnVerifier
{
    const string Format = "croisee-urne-1";

    public static int Run(string[] args)
    {
        if (args.Length == 0 || !File.Exists(args[0]))
        {
            Console.Error.WriteLine("Donnez le fichier de l’urne, puis les codes reçus par courriel : dotnet run verify/urne.cs -- FICHIER [CODE…]");
            return 2;
        }
        byte[] file;
        try { file = File.ReadAllBytes(args[0]); }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            Console.Error.WriteLine($"Le fichier ne peut pas être lu : {unread.Message}");
            return 2;
        }
        var faults = Faults(file, args[1..]);
        foreach (var fault in faults) Console.WriteLine("– " + fault);
        Console.WriteLine(faults.Count == 0
            ? $"L’urne tient : la chaîne, les bulletins et le résultat s’accordent{(args.Length > 1 ? ", et les codes donnés y sont" : ". Donnez aussi les codes reçus par courriel : eux seuls disent que la chaîne entière n’a pas été refaite")}."
            : "L’urne ne tient pas.");
        return faults.Count == 0 ? 0 : 1;
    }

    /// <summary>What does not hold, in French; empty when all holds.</summary>
    public static List<string> Faults(byte[] file, IEnumerable<string> codes)
    {
        try
        {
            using var json = JsonDocument.Parse(file);
            return Read(json.RootElement, codes);
        }
        // Whoever made the file chose all that is in it: whatever cannot be read is an urn that does not hold.
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            return [$"Le fichier n’est pas celui d’une urne : {broken.Message}"];
        }
    }

    static List<string> Read(JsonElement urn, IEnumerable<string> codes)
    {
        var faults = new List<string>();
        void Expect(bool holds, string otherwise) { if (!holds) faults.Add(otherwise); }
        Expect(Text(urn, "format") == Format, "Le format n’est pas connu de ce programme.");
        var (reference, now) = (Text(urn, "question"), urn.GetProperty("relu"));
        var links = urn.GetProperty("chaine").EnumerateArray().Select(l => (Number: l.GetProperty("numero").GetInt64(), Kind: Text(l, "sorte")!, Content: Text(l, "contenu")!, Print: Text(l, "empreinte")!)).ToList();

        // 1. The chain: each link is the print of what it holds and of the link before.
        Expect(links.Count > 0 && now.GetProperty("chaine").GetBoolean(), "L’urne n’a pas de chaîne.");
        string? before = null;
        for (var i = 0; i < links.Count; i++)
        {
            var link = links[i];
            if (link.Number != i + 1 || link.Print != Print([Format, reference, before, link.Number.ToString(CultureInfo.InvariantCulture), link.Kind, link.Content])) { Expect(false, $"La chaîne est rompue au maillon {i + 1}."); break; }
            before = link.Print;
        }
        Expect(urn.GetProperty("sceaux").GetInt32() == links.Count, "Un maillon n’a pas le sceau de l’instance.");
        Expect(Order(string.Join(' ', links.Select(l => l.Kind))), "Les maillons ne se suivent pas comme un vote se déroule.");

        // 2. What the rows say now is what the chain says.
        string? Linked(string kind) => links.LastOrDefault(l => l.Kind == kind).Content;
        var erased = Linked("effacement") is not null;
        Expect(Linked("conditions") == Text(now, "conditions"), "La question, sa règle, ses sièges ou ses jours ne sont plus ceux de la chaîne.");
        foreach (var kind in new[] { "cloture", "motif", "effacement" }) Expect(Linked(kind) == Text(now, kind), $"Ce que la base dit maintenant n’est plus ce que dit le maillon « {kind} ».");
        if (!erased) Expect(Linked("decompte") == Text(now, "decompte"), "Les bulletins ne sont plus ceux de la clôture.");
        var (deposited, there) = (links.Where(l => l.Kind == "bulletin").Select(l => l.Content).ToHashSet(StringComparer.Ordinal), now.GetProperty("bulletins").EnumerateArray().Select(m => m.GetString()!).ToList());
        Expect(there.All(deposited.Contains), "Un bulletin de la base n’est pas dans la chaîne.");
        Expect(erased || there.Count == deposited.Count, "Un bulletin de la chaîne n’est plus dans la base.");

        // 3. The count, done again by this program from the voices.
        if (Linked("conditions") is { } terms && Linked("decompte") is { } tally && Linked("cloture") is { } closing && Recount(now, terms, tally, closing, erased) is { } miscount) faults.Add(miscount);

        // 4. What was received by mail, out of the database.
        var known = links.Select(l => CodeOf(l.Print)).ToHashSet(StringComparer.Ordinal);
        foreach (var code in codes) Expect(known.Contains(Letters(code)), $"Le code {code} n’est pas dans la chaîne : un bulletin ou la clôture a été changé ou retiré depuis votre courriel.");
        return faults;
    }

    /// <summary>Conditions first, then ballots and other conditions, then the closing; then the reason, once more each time its words are corrected, and one erasure at most.</summary>
    static bool Order(string kinds)
    {
        var rest = kinds.Split(' ').SkipWhile((k, i) => k == "conditions" || (i > 0 && k == "bulletin")).ToList();
        return kinds.StartsWith("conditions", StringComparison.Ordinal) && (rest.Count == 0 || (rest is ["decompte", "cloture", .. var after] && after.TrueForAll(k => k is "motif" or "effacement") && after.Count(k => k == "effacement") <= 1));
    }

    static string? Recount(JsonElement now, string terms, string tally, string closing, bool erased)
    {
        var counted = Value(tally, "decompte").Length > 0;
        if (!now.TryGetProperty("voix", out var said)) return counted && !erased ? "Les voix manquent." : null;
        if (!counted || erased) return "Il ne devrait pas y avoir de voix.";
        var voices = said.EnumerateArray().Select(v => (College: Text(v, "college")!, Vote: Text(v, "vote")!, Motive: Text(v, "motif"))).ToList();
        var voted = now.GetProperty("emargement").EnumerateArray().Select(n => n.GetInt64().ToString(CultureInfo.InvariantCulture)).ToList();
        if (Value(tally, "decompte") != Print(["decompte", Text(now, "sel"), .. voted, "voix", .. voices.SelectMany(v => new[] { v.College, v.Vote, v.Motive })])) return "Les voix ou la liste de qui a voté ne sont plus celles de la clôture.";
        var seats = Values(terms, "siege").Select(s => s.Split(' ')).ToList();
        var sitting = seats.Where(s => s[2] == "Sitting").ToDictionary(s => s[0], s => s[1]);
        if (voted.Distinct().Count() != voted.Count || voted.Any(v => !sitting.ContainsKey(v))) return "Un siège qui ne siège pas a voté, ou un siège a voté deux fois.";
        if (!voted.Select(v => sitting[v]).Order(StringComparer.Ordinal).SequenceEqual(voices.Select(v => v.College).Order(StringComparer.Ordinal))) return "Il n’y a pas autant de voix que de sièges qui ont voté.";
        var result = Result(seats.Select(s => s[1]).Distinct().ToList(), sitting.Values.ToList(), voices, terms);
        return result == Value(closing, "resultat") ? null : $"Recompté, le vote donne {result}, et la clôture dit {Value(closing, "resultat")}.";
    }

    static string Result(List<string> colleges, List<string> sitting, List<(string College, string Vote, string? Motive)> voices, string terms)
    {
        var value = int.Parse(Value(terms, "quorum-valeur"), CultureInfo.InvariantCulture);
        bool Enough(string college)
        {
            var (spoke, of) = (voices.Count(v => v.College == college), sitting.Count(c => c == college));
            if (spoke == 0) return false;
            return Value(terms, "quorum") switch { "Percent" => spoke * 100 >= value * of, "Seats" => spoke >= value, _ => spoke * 2 > of };
        }
        int Lead(Func<string, bool> of) => voices.Where(v => of(v.College)).Sum(v => v.Vote == "Yes" ? 1 : v.Vote == "No" ? -1 : 0);
        if (colleges.Count == 0 || !colleges.All(Enough)) return "NoQuorum";
        return Value(terms, "regle") switch
        {
            "DoubleMajority" => colleges.Any(c => Lead(x => x == c) < 0) ? "Rejected" : colleges.All(c => Lead(x => x == c) > 0) ? "Adopted" : "Undecided",
            "Consent" => voices.Any(v => v.Vote == "No" && !string.IsNullOrWhiteSpace(v.Motive)) ? "Rejected" : "Adopted",
            _ => Lead(_ => true) switch { > 0 => "Adopted", < 0 => "Rejected", _ => "Undecided" },
        };
    }

    /// <summary>SHA-256 of fields, each « length in bytes:bytes, », or « -, » when there is none.</summary>
    static string Print(IEnumerable<string?> fields)
    {
        var all = new MemoryStream();
        foreach (var field in fields)
        {
            var bytes = Encoding.UTF8.GetBytes(field ?? "");
            all.Write(Encoding.ASCII.GetBytes(field is null ? "-" : bytes.Length.ToString(CultureInfo.InvariantCulture) + ":"));
            all.Write(bytes);
            all.WriteByte((byte)',');
        }
        return Convert.ToHexStringLower(SHA256.HashData(all.GetBuffer().AsSpan(0, (int)all.Length)));
    }

    /// <summary>Thirteen syllables of the first 16 bytes, the least first, and one that checks them: what letters show. Without its dashes.</summary>
    static string CodeOf(string print)
    {
        int[] weights = [1, 2, 4, 8, 7, 11, 13, 14, 16, 17, 19, 23, 22];
        var left = UInt128.Parse(print.AsSpan(0, 32), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        var (code, check) = (new StringBuilder(), 37);
        foreach (var weight in weights)
        {
            var syllable = (int)(left % 75u);
            left /= 75u;
            check += weight * syllable;
            code.Append(Syllable(syllable));
        }
        return code.Append(Syllable(check % 75)).ToString();
    }

    static string Syllable(int number) => $"{"bdfgjklmnprstvz"[number / 5]}{"aeiou"[number % 5]}";

    static string Letters(string code) => string.Concat(code.Where(char.IsAsciiLetter)).ToLowerInvariant();

    static IEnumerable<string> Values(string content, string key) => content.Split('\n').Where(l => l.StartsWith(key + "=", StringComparison.Ordinal)).Select(l => l[(key.Length + 1)..]);

    static string Value(string content, string key) => Values(content, key).FirstOrDefault() ?? "";

    static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var text) ? text.GetString() : null;
}
