using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Croisee.Words;

namespace Croisee.Tests.Words;

internal sealed record PlantedTrace(int Start, int Length, TraceKind Kind);

internal sealed record CorpusSentence(string Text, IReadOnlyList<PlantedTrace> Planted);

/// <summary>A seeded corpus of French sentences of this field: half with planted traces, half without any.</summary>
internal sealed partial class TraceCorpus(int seed, bool rareOnly, bool unseen = false)
{
    private readonly Random _random = new(seed);
    private readonly TraceCorpusWider _wider = new(new Random(seed + 1), unseen);
    private static readonly string[] Around =
        ["Tout le monde a applaudi.", "La séance a duré deux heures.", "Nous recommencerons au printemps.", "C’était important pour le groupe.", "Les professionnels étaient présents.", "Le compte rendu est affiché."];

    public IEnumerable<CorpusSentence> Build(int count, string[][] planted, string[] negative)
    {
        for (var i = 0; i < count; i++)
            yield return Make(i % 2 == 0 ? Pick(planted[i / 2 % planted.Length]) : Pick(negative));
    }

    /// <summary>Each line of the two lists in its turn, so that each weighs the same.</summary>
    public IEnumerable<CorpusSentence> Build(int count, string[] planted, string[] traps)
    {
        for (var i = 0; i < count; i++)
            yield return Make(i % 2 == 0 ? planted[i / 2 % planted.Length] : traps[i / 2 % traps.Length]);
    }

    private CorpusSentence Make(string template) =>
        Parse(Dress(Elide(Slot().Replace(Choice().Replace(template.Trim(), m => Pick(m.Groups[1].Value.Split('|'))), m => Draw(m.Groups[1].Value)))));

    private string Draw(string slot) => slot switch
    {
        "mme" => Pick("Mme", "Mme", "Madame", "Mlle", "Mme."),
        "m" => Pick("M.", "M.", "Monsieur", "Mr", "M"),
        "dr" => Pick("Dr", "Dr", "docteur", "Docteur", "Dr."),
        "sur" => Pick(TraceCorpusWords.Surnames),
        "SUR" => Pick(TraceCorpusWords.Surnames).ToUpper(CultureInfo.GetCultureInfo("fr-FR")),
        "low" => Pick(TraceCorpusWords.Surnames).ToLower(CultureInfo.GetCultureInfo("fr-FR")),
        "f" => FirstName(),
        "I" => ((char)('A' + _random.Next(20))).ToString(),
        "age" => _random.Next(6, 99).ToString(CultureInfo.InvariantCulture),
        "num" => _random.Next(2, 420).ToString(CultureInfo.InvariantCulture),
        "year" => _random.Next(1925, 2005).ToString(CultureInfo.InvariantCulture),
        "pyear" => _random.Next(2009, 2026).ToString(CultureInfo.InvariantCulture),
        "pdate" => $"{_random.Next(2, 29)} {Pick(TraceCorpusWords.Months)} {_random.Next(2012, 2026)}",
        "tel" => Phone(),
        "mail" => Mail(),
        "nir" => Nir(),
        "dob" => Birth(),
        "room" => $"{_random.Next(1, 420)}{Pick("", "", "", " bis", "B")}",
        "ill" or "illS" => Illness(TraceCorpusWords.Illnesses),
        "illA" => Illness(TraceCorpusWords.IllnessesWithArticle),
        "illU" => Illness([.. TraceCorpusWords.IllnessesWithArticle.Where(i => i.StartsWith("un", StringComparison.Ordinal))]),
        "illF" => rareOnly ? Pick(TraceCorpusWords.RareIllAdjectives) : Pick(TraceCorpusWords.IllFeminine),
        "illM" => rareOnly ? Pick(TraceCorpusWords.RareIllAdjectives) : Pick(TraceCorpusWords.IllMasculine),
        "town" => Pick(TraceCorpusWords.Towns),
        "home" or "homeH" => Pick(TraceCorpusWords.Homes),
        "street" => Pick(TraceCorpusWords.Streets),
        "cond" => Pick(TraceCorpusWords.Conditions),
        "cond2" => Pick("diabétiques", "autistes", "sourds", "malvoyants", "en situation de handicap"),
        "topic" => Pick(TraceCorpusWords.Topics),
        "siret" => $"{_random.Next(300, 900)} {_random.Next(100, 999)} {_random.Next(100, 999)} 000{_random.Next(10, 99)}",
        "finess" => $"99{_random.Next(1000000, 9999999)}",
        "amount" => $"{_random.Next(1, 90)} {_random.Next(100, 999)}",
        _ => _wider.Draw(slot),
    };

    private string FirstName()
    {
        var women = _random.Next(2) == 0;
        if (rareOnly || _random.Next(3) == 0) return women ? Pick(TraceCorpusWords.RareWomen) : Pick(TraceCorpusWords.RareMen);
        return women ? Pick(TraceCorpusWords.CommonWomen) : Pick(TraceCorpusWords.CommonMen);
    }

    private string Illness(string[] common) => rareOnly || _random.Next(6) == 0 ? Pick(TraceCorpusWords.RareIllnesses) : Pick(common);

    private string Phone()
    {
        var d = $"{_random.Next(10)}{_random.Next(10_000_000):0000000}";
        var head = Pick("06", "07", "01", "02", "03", "04", "05", "09");
        var s = Pick(" ", ".", "-", "", "\u00A0", "\u202F", "/");
        var local = $"{head}{s}{d[..2]}{s}{d[2..4]}{s}{d[4..6]}{s}{d[6..]}";
        return _random.Next(8) switch
        {
            0 => $"+33 {head[1]} {d[..2]} {d[2..4]} {d[4..6]} {d[6..]}",
            1 => $"+33 (0){head[1]} {d[..2]} {d[2..4]} {d[4..6]} {d[6..]}",
            2 => $"00 33 {head[1]} {d[..2]} {d[2..4]} {d[4..6]} {d[6..]}".Replace("00 33", Pick("0033", "00 33"), StringComparison.Ordinal),
            3 => $"{Pick("0262", "0590", "0596", "0692")} {d[..2]} {d[2..4]} {d[4..6]}",
            4 => $"+{Pick("262 692", "590 690", "32 475", "41 79", "44 7700")} {d[..2]} {d[2..4]} {d[4..6]}",
            _ => local,
        };
    }

    private string Mail()
    {
        var name = Ascii(FirstName()) + Pick(".", "_", "-", "") + Ascii(Pick(TraceCorpusWords.Surnames));
        var domain = Pick("orange.fr", "gmail.com", "wanadoo.fr", "exemple.org", "ch-exemple.fr", "laposte.net");
        return _random.Next(7) switch
        {
            0 => $"{name} (arobase) {domain}",
            1 => $"{name}[at]{domain}",
            2 => $"{name} arobase {domain.Replace(".", " point ", StringComparison.Ordinal)}",
            3 => $"{name}{_random.Next(10, 99)}@{domain}",
            _ => $"{name}@{domain}",
        };
    }

    private string Nir()
    {
        var department = Pick("75", "59", "13", "22", "2A", "2B", "97", "06", "99");
        var body = $"{_random.Next(1, 3)}{_random.Next(20, 99)}{_random.Next(1, 13):00}{department}{_random.Next(1, 990):000}{_random.Next(1, 990):000}";
        var number = long.Parse(body.Replace("2A", "19", StringComparison.Ordinal).Replace("2B", "18", StringComparison.Ordinal), CultureInfo.InvariantCulture);
        var key = _random.Next(5) == 0 ? _random.Next(10, 97) : 97 - (number % 97);
        var s = Pick(" ", "", "\u00A0", ".");
        var spaced = string.Join(s, body[..1], body[1..3], body[3..5], body[5..7], body[7..10], body[10..]);
        return _random.Next(3) == 0 ? spaced : $"{spaced}{s}{key:00}";
    }

    private string Birth()
    {
        var (day, month, year) = (_random.Next(1, 29), _random.Next(1, 13), _random.Next(1925, 2012));
        return _random.Next(8) switch
        {
            0 => $"{day:00}/{month:00}/{year}",
            1 => $"{day:00}.{month:00}.{year}",
            2 => $"{day:00}-{month:00}-{year % 100:00}",
            3 => $"{day} {TraceCorpusWords.Months[month - 1]} {year % 100:00}",
            4 => $"1er {TraceCorpusWords.Months[month - 1]} {year}",
            5 => $"{Pick("douze", "trois", "vingt-deux", "premier")} {TraceCorpusWords.Months[month - 1]} mille neuf cent {Pick("quarante", "trente-deux", "soixante-dix", "cinquante et un")}",
            6 => $"{day:00}/{month:00}/{year % 100:00}",
            _ => $"{day} {TraceCorpusWords.Months[month - 1]} {year}",
        };
    }

    private string Dress(string text)
    {
        if (_random.Next(5) == 0) text = text.Replace('’', '\'');
        if (_random.Next(4) == 0) text = $"{Pick(Around)} {text}";
        if (_random.Next(4) == 0) text = $"{text} {Pick(Around)}";
        if (_random.Next(12) == 0) text = text.Normalize(NormalizationForm.FormD);
        return text;
    }

    private static CorpusSentence Parse(string marked)
    {
        var (text, planted, at) = (new StringBuilder(), new List<PlantedTrace>(), 0);
        foreach (Match match in Marker().Matches(marked))
        {
            text.Append(marked, at, match.Index - at);
            planted.Add(new PlantedTrace(text.Length, match.Groups[2].Length, Kind(match.Groups[1].Value[0])));
            text.Append(match.Groups[2].Value);
            at = match.Index + match.Length;
        }
        return new CorpusSentence(text.Append(marked, at, marked.Length - at).ToString(), planted);
    }

    private static TraceKind Kind(char letter) => letter switch
    {
        'N' => TraceKind.Name, 'P' => TraceKind.Phone, 'M' => TraceKind.Email, 'S' => TraceKind.SocialSecurityNumber,
        'B' => TraceKind.BirthDate, 'R' => TraceKind.Room, 'H' => TraceKind.Health, _ => throw new ArgumentOutOfRangeException(nameof(letter)),
    };

    // « de un » → « d’un »: French elision, as a writer would.
    private static string Elide(string text) => DeVowel().Replace(text, "$1’$2");

    private static string Ascii(string name) => new([.. name.Normalize(NormalizationForm.FormD).Where(char.IsAsciiLetter).Select(char.ToLowerInvariant)]);

    private string Pick(params string[] from) => from[_random.Next(from.Length)];

    [GeneratedRegex(@"\{(\w+)\}")] private static partial Regex Slot();
    [GeneratedRegex(@"\{=([^}]*)\}")] private static partial Regex Choice();
    [GeneratedRegex(@"<(\w)\|([^>]*)>")] private static partial Regex Marker();
    [GeneratedRegex(@"\b([dD])e ((?:<\w\|)?[aeéiouhAEÉIOU])(?!l )")] private static partial Regex DeVowel();
}
