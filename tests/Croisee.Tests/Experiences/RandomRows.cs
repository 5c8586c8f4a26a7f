using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Croisee.Experiences.Answers;
using Croisee.Experiences.Exchange;
using Croisee.Framework;

namespace Croisee.Tests.Experiences;

/// <summary>Rows filled at random, property by property, with texts chosen to break tables. The same seed gives the same rows.</summary>
sealed class RandomRows(int seed, bool onlyWindows1252 = false)
{
    static readonly string[] Nasty =
    [
        "=1+1", "=HYPERLINK(\"http://x\")", "+33 1 99 00 00 00", "-5", "-5,25", "-x", "- un tiret", "@SUM(A1)", "\t=1", "\ttab", "\r\ndébut", "\rseul", " =1", "\u00a0=1", "'=1", "''=1", "'", "''", "'x", "'-5", "'' =1",
        "a|b", " | ", "|", "> ", " > ", ">", "\\", "\\\\", "\\-", "\\|", "a\\", "\"", "\"\"", "dit « oui »", "l’été, l'hiver; et \"là\"", ";", ",", "a;b,c\td", "ligne\nligne\n\nligne", "fin\r\n", " espaces  autour ",
        "0123", "1e5", "2020-01", "01/02/2020", "oui", "null", "sep=;", "#", "<script>alert(1)</script>", "Ça déçoit à Noël : œuvre", "- | - > -",
    ];
    static readonly string[] Wide = ["👩🏽‍🦽 roule", "مرحبا بالعالم", "\u202eenvers", "\u200b=1+1", "\u200b", "\u2060@x", "\ufeffmarque", "＝1+1", "＋x", "－x", "＠x", "−7", "﹣x", "𝔘𝔫𝔦", "e\u0301", "日本語、テキスト"];

    readonly Random random = new(seed);

    public ExchangeRow Next()
    {
        var row = new ExchangeRow();
        foreach (var step in row.Account.Steps) Fill(step);
        row.State = Code("V-ETAT-CONTRIB");
        row.EntryMode = Code("V-MODE-SAISIE");
        row.WrittenBy = Code("V-REDACTEUR");
        Fill(row.Fixed);
        (row.Remarkable, row.Motives, row.CodingReason, row.Minority) = (YesNo(), Text(), Text(), [.. Enumerable.Range(0, random.Next(4)).Select(_ => Text() ?? "")]);
        (row.BegunOn, row.SentOn, row.DecidedOn, row.FixedOn) = (Day(), Day(), Day(), Day());
        row.Links.AddRange(Enumerable.Range(0, random.Next(3)).Select(_ => new GivenLink(Text(), Text(), Text())));
        (row.ReadByPersons, row.PublicationAgreed, row.Recontact) = (YesNo(), YesNo(), YesNo());
        (row.Call, row.ContactName, row.ContactRole, row.ContactMail, row.ContactPhone, row.ContactPublic) = (Text(), Text(), Text(), Text(), Text(), Text());
        return row;
    }

    void Fill(object part)
    {
        foreach (var property in part.GetType().GetProperties().Where(p => p.CanWrite))
            property.SetValue(part, Value(property, property.GetValue(part)));
    }

    object? Value(PropertyInfo property, object? now)
    {
        var vocabulary = property.GetCustomAttribute<VocabularyAttribute>()?.Vocabulary;
        if (property.PropertyType == typeof(string)) return vocabulary is not null ? Code(vocabulary) : property.IsDefined(typeof(MonthAttribute)) ? Month() : property.IsDefined(typeof(RegularExpressionAttribute)) ? "990000001" : Text();
        if (property.PropertyType == typeof(int?)) return random.Next(3) == 0 ? null : random.Next(10_000);
        if (property.PropertyType == typeof(bool?)) return YesNo();
        if (property.PropertyType == typeof(List<string>)) return vocabulary is not null ? Codes(vocabulary) : Enumerable.Range(0, random.Next(4)).Select(_ => Text() ?? "").ToList();
        if (property.PropertyType == typeof(Dictionary<string, string>)) return vocabulary is not null
            ? Vocabularies.Stage.Terms.Where(_ => random.Next(2) == 0).ToDictionary(t => t.Code, _ => Code(vocabulary) ?? "D1_COMMUNICATION")
            : Enumerable.Range(0, random.Next(3)).ToDictionary(i => i + " " + (Text() ?? "question"), _ => Text() ?? "réponse");
        if (now is IList lines)
        {
            for (var n = random.Next(4); n > 0; n--) { var line = Activator.CreateInstance(property.PropertyType.GenericTypeArguments[0])!; Fill(line); lines.Add(line); }
            return now;
        }
        Fill(now!);
        return now;
    }

    string? Text()
    {
        if (random.Next(5) == 0) return null;
        string Piece() => onlyWindows1252 || random.Next(3) > 0 ? Nasty[random.Next(Nasty.Length)] : Wide[random.Next(Wide.Length)];
        return random.Next(2) == 0 ? Piece() : Piece() + Piece() + Piece();
    }

    string? Code(string vocabulary) => random.Next(4) == 0 ? null : Vocabularies.Get(vocabulary).Terms[random.Next(Vocabularies.Get(vocabulary).Terms.Count)].Code;
    List<string> Codes(string vocabulary) => [.. Enumerable.Range(0, random.Next(5)).Select(_ => Code(vocabulary)).OfType<string>().Distinct()];
    string? Month() => random.Next(4) switch { 0 => null, 1 => "2019", 2 => "03/2019", _ => "2019-03" };
    string? Day() => random.Next(3) == 0 ? null : new DateOnly(2019, 1, 1).AddDays(random.Next(900)).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
    bool? YesNo() => random.Next(3) switch { 0 => null, 1 => true, _ => false };
}
