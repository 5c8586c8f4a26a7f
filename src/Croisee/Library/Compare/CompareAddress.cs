using Croisee.Library.Reading;
using Microsoft.AspNetCore.WebUtilities;

namespace Croisee.Library.Compare;

/// <summary>Everything a comparison is: its sheets in their order, and whether only what differs is shown. The same as its address.</summary>
public sealed record CompareAddress
{
    public const string Path = "/repertoire/comparer", SheetKey = "fiche", OnlyKey = "seulement", Differences = "differences", PartKey = "partie", TextKey = "q";
    public const int Least = 2, Most = 4;
    /// <summary>Beyond so many nobody chose them one by one: the rest of the address is not read.</summary>
    const int Read = 40;

    public IReadOnlyList<string> References { get; private init; } = [];
    public bool OnlyDifferences { get; private init; }
    /// <summary>The only part shown, by the name it has in the address: on a phone the whole is long.</summary>
    public string? Part { get; private init; }
    public string Text { get; private init; } = "";
    /// <summary>What was not understood, in sentences; the rest holds.</summary>
    public IReadOnlyList<string> Faults { get; private init; } = [];
    public bool HadTwice { get; private init; }

    public static CompareAddress Of(params IEnumerable<string> references) => new() { References = [.. references] };

    public static CompareAddress From(QueryString address)
    {
        // Read here and not from the request: keeping pages sorts the values of a repeated key in place, and A and B would change places.
        var query = new QueryCollection(QueryHelpers.ParseQuery(address.Value));
        var (faults, asked) = (new List<string>(), query[SheetKey].OfType<string>().Select(r => r.Trim().ToLowerInvariant()).Where(r => r.Length > 0).Take(Read).ToList());
        if (AddressKeys.Fault(query.Keys, [SheetKey, OnlyKey, PartKey, TextKey]) is { } unknown) faults.Add(unknown);
        if (asked.RemoveAll(r => r.Length != Rules.Reference.Length) > 0) faults.Add("Un numéro de fiche de cette adresse n’existe pas.");
        if (query[OnlyKey].ToString() is { Length: > 0 } only && only != Differences) faults.Add("Ce choix d’affichage n’existe pas.");
        var text = query[TextKey].ToString();
        if (text.Length > SearchLimits.Characters) faults.Add("Votre recherche est trop longue.");
        return new() { References = [.. asked.Distinct()], HadTwice = asked.Distinct().Count() < asked.Count, OnlyDifferences = query[OnlyKey] == Differences, Part = query[PartKey].ToString() is { Length: > 0 and <= 100 } part ? part : null, Text = text[..Math.Min(text.Length, SearchLimits.Characters)], Faults = faults };
    }

    public CompareAddress With(string reference) => this with { References = [.. References, reference], Text = "" };
    public CompareAddress Without(string reference) => this with { References = [.. References.Where(r => r != reference)], Text = "" };
    public CompareAddress Only(bool differences) => this with { OnlyDifferences = differences };

    public CompareAddress Showing(string? part) => this with { Part = part };

    public string Href() => Path + string.Concat(References.Select(r => (SheetKey, r)).Concat(OnlyDifferences ? [(OnlyKey, Differences)] : []).Concat(Part is null ? [] : [(PartKey, Part)])
        .Select((p, i) => $"{(i == 0 ? '?' : '&')}{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
}
