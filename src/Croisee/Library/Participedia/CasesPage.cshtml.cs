using Croisee.Data;
using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.People;
using Croisee.Ui;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;

namespace Croisee.Library.Participedia;

/// <summary>The imported cases, apart from our sheets, each with its source and licence; searched by words and by each field that stands beside one of ours.</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class CasesPageModel(AppDb db, CaseShelf shelf, Labels labels) : Screen
{
    public const string Path = "/repertoire/participedia", TextKey = "q";
    public const int TextMax = 200;
    const int Size = 20, Excerpt = 400, Offered = 30;

    public sealed record Case(string Title, string Language, string Meta, CaseText? Description, IReadOnlyList<string> Terms, string Licence, string Address, string Page);

    public sealed record Option(string Code, string Words, int Count, bool IsChosen);

    /// <param name="More">How many values are not offered, being said by the fewest.</param>
    public sealed record Filter(Crosswalks.CaseField Field, IReadOnlyList<Option> Options, int More);

    public int Total { get; private set; }
    public int Found { get; private set; }
    public string Text { get; private set; } = "";
    public Dictionary<string, string> Chosen { get; } = [];
    public PageNumber Turn { get; private set; } = null!;
    public IReadOnlyList<Filter> Filters { get; private set; } = [];
    public IReadOnlyList<Case> Cases { get; private set; } = [];
    /// <summary>What the address asks and nobody understands; the rest holds.</summary>
    public List<string> Faults { get; } = [];
    public bool IsNarrowed => Text.Length > 0 || Chosen.Count > 0;

    /// <summary>The same cases; the number of the page follows.</summary>
    public string PagesHref => Path + QueryString.Create(Chosen.Prepend(new(TextKey, Text)).Where(a => a.Value.Length > 0).Select(a => KeyValuePair.Create(a.Key, (string?)a.Value))) + (IsNarrowed ? "&page=" : "?page=");

    public async Task OnGet()
    {
        var index = await shelf.Get(HttpContext.RequestAborted);
        Total = index.Total;
        ReadAddress();
        var found = index.Find(Text, Chosen);
        Found = found.Ids.Count;
        Turn = PageNumber.Of(Request.Query, Found, Size);
        if (Turn.IsMisasked || Faults.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        var ids = found.Ids.Skip((Turn.Number - 1) * Size).Take(Size).ToList();
        var rows = await db.ImportedCases.AsNoTracking().Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, HttpContext.RequestAborted);
        Cases = [.. ids.Where(rows.ContainsKey).Select(id => CaseOf(rows[id]))];
        Filters = [.. CaseIndex.Fields.Select(f => FilterOf(f, found.Counts[f.Name])).Where(f => f.Options.Count > 0)];
    }

    void ReadAddress()
    {
        Text = Request.Query[TextKey].ToString().Trim();
        if (Text.Length > TextMax)
        {
            Text = Text[..TextMax];
            Faults.Add($"Votre recherche est trop longue. Seuls les {TextMax} premiers caractères comptent.");
        }
        foreach (var field in CaseIndex.Fields)
            if (Request.Query[field.Name].ToString() is { Length: > 0 } code)
                if (code.Length > TextMax) Faults.Add($"Ce choix n’existe pas dans « {field.Words} »."); else Chosen[field.Name] = code;
        if (AddressKeys.Unknown(Request.Query.Keys, Known).Count > 0) Faults.Add("On ne peut pas choisir ces cas ainsi : un mot de l’adresse n’est le nom d’aucun champ de cette page.");
    }

    static readonly HashSet<string> Known = [TextKey, PageNumber.Key, .. CaseIndex.Fields.Select(f => f.Name)];

    Filter FilterOf(Crosswalks.CaseField field, IReadOnlyDictionary<string, int> counts)
    {
        var chosen = Chosen.GetValueOrDefault(field.Name);
        var offered = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key, StringComparer.Ordinal).Take(Offered).Select(c => new Option(c.Key, WordsOf(field, c.Key), c.Value, c.Key == chosen)).OrderBy(o => o.Words, StringComparer.Ordinal).ToList();
        if (chosen is not null && !offered.Exists(o => o.IsChosen)) offered.Add(new(chosen, WordsOf(field, chosen), counts.GetValueOrDefault(chosen), true));
        return new(field, offered, Math.Max(0, counts.Count - Offered));
    }

    /// <summary>As they say it, and beside it our words where a line of the crosswalk gives them.</summary>
    string WordsOf(Crosswalks.CaseField field, string said) => CaseWords.Of(said) + (string.Join(", ", labels.Of(CaseWords.OursOf(field, said))) is { Length: > 0 } ours ? $" ({ours})" : "");

    Case CaseOf(ImportedCase one)
    {
        var content = one.Read();
        string? First(string field) => content.Values.GetValueOrDefault(field)?.FirstOrDefault();
        var about = content.Say("description", one.Language);
        var terms = content.Values.SelectMany(v => v.Value.SelectMany(said => CaseWords.OursOf(Crosswalks.ByField[v.Key], said))).Distinct();
        return new(one.Title, content.Say("title", one.Language)?.Language ?? one.Language, string.Join(", ", new[] { First("city"), First("province"), First("country"), First("start_date") }.Where(p => !string.IsNullOrEmpty(p))),
            about?.Text.Length > Excerpt ? about with { Text = about.Text[..Excerpt] + "…" } : about, [.. labels.Of(terms)], one.Licence, one.Address, $"{Path}/{one.Number}");
    }
}
