using Croisee.Data;
using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Coverage;

/// <summary>What the library covers and what it still lacks: the grid, the registers by context, and any two landmarks crossed (domain 1.7, 2.4).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class MapPageModel(AppDb db, ISheetSearch search, Labels labels, Localizer words, Visitor visitor) : MapScreen(search, labels, words)
{
    public CoverageMap Shown { get; private set; } = null!;
    /// <summary>Beside the grid, the seven registers by level: the two categorisations together (domain 2.3, 2.4).</summary>
    public CoverageMap? Registers { get; private set; }
    public CoverageShares? Counted { get; private set; }
    /// <summary>What the sheets do not tell yet, answer by answer.</summary>
    public CoverageShares? Untold { get; private set; }
    public IReadOnlyList<CoveragePlace> Blanks => [.. Shown.Blanks, .. Registers?.Blanks ?? []];
    /// <summary>All of them, line by line of their map: a crossing of long lists has hundreds, and each may begin a call.</summary>
    public IReadOnlyList<(string Row, IReadOnlyList<CoveragePlace> Blanks)> BlankRows => [.. Blanks.GroupBy(p => p.Row).Select(r => (r.Key, (IReadOnlyList<CoveragePlace>)[.. r]))];
    public bool MayCall => visitor.IsKnown && (visitor.Has(Role.Organiser) || visitor.Has(Role.Administrator));

    public IReadOnlyList<Choice> Axes => [.. SheetFacets.All.Where(f => f.IsAxis && f.Field is not (SheetFacets.Remarkable or SheetFacets.Complete)).Select(f => new Choice(f.Field, f.Label))];

    public async Task OnGet()
    {
        await Read();
        Shown = Crossed ?? await Grid();
        Kept = await OtherChoices();
        if (Crossed is null) (Registers, Counted, Untold) = (await Map(SheetFacets.Find("registre")!, SheetFacets.Find("niveau")!), await Shares(), await Missing());
    }

    /// <summary>The file of the grid is the one without landmarks in its address.</summary>
    public string FileOf(CoverageMap map) => map == Shown && Crossed is null ? HrefOf("", "", Path + "/fichier") : HrefOf(map.Rows.Field, map.Columns.Field, Path + "/fichier");

    /// <summary>What else the sheets of the map were chosen by, in words: a blank of Brittany is asked for in Brittany.</summary>
    IReadOnlyList<string> Kept { get; set; } = [];

    async Task<IReadOnlyList<string>> OtherChoices()
    {
        if (!MayCall) return [];
        var free = Ask.Without([Shown.Rows.Field, Shown.Columns.Field, .. Crossed is null ? [SheetFacets.Cell, "niveau", "registre"] : Array.Empty<string>()]);
        var calls = await db.CallTitlesOf(free.Filters);
        return [.. free.Text.Length > 0 ? [$"« {free.Text} »"] : Array.Empty<string>(), .. SheetFacets.All.SelectMany(f => free.Filters.GetValueOrDefault(f.Field, new HashSet<string>()).Order(StringComparer.Ordinal).Select(c => f.LabelOf(c, Labels, L, calls)))];
    }

    /// <summary>The next call, begun around one blank: its context if it is one, and a sentence that says what is missing, as far as the goal of a call has room.</summary>
    public string CallHref(CoveragePlace place)
    {
        var context = Shown.Rows.Field == "contexte" ? place.RowCode : Shown.Columns.Field == "contexte" ? place.ColumnCode : null;
        return "/bureau/appels/nouveau" + QueryString.Create(new Dictionary<string, string?>
        {
            ["manque"] = Kept.Aggregate($"{place.Row} ; {place.Column}", (told, next) => told.Length + 3 + next.Length > Experiences.Answers.Limits.LineText ? told : $"{told} ; {next}"), ["contexte"] = context,
        }.Where(p => p.Value is not null));
    }
}
