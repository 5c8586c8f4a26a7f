using Croisee.Framework;
using Croisee.People;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.OutputCaching;

namespace Croisee.Library.Coverage;

/// <summary>What the library covers and what it still lacks: the grid, the registers by context, and any two landmarks crossed (domain 1.7, 2.4).</summary>
[Audience(Audience.Public), OutputCache(PolicyName = LibraryPages.Name)]
public sealed class MapPageModel(ISheetSearch search, Labels labels, Localizer words, Visitor visitor, SearchInWords said) : MapScreen(search, labels, words)
{
    static readonly string[] OfRegisters = ["registre", "niveau"], OfGrid = [SheetFacets.Cell];

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
    /// <summary>On the page of several tables, what each of them leaves aside of the search.</summary>
    public (IReadOnlyList<string> Grid, IReadOnlyList<string> Registers, IReadOnlyList<string> Shares, IReadOnlyList<string> Untold) Asides { get; private set; } = ([], [], [], []);

    public IReadOnlyList<Choice> Axes => [.. SheetFacets.All.Where(f => f.IsAxis && f.Field is not (SheetFacets.Remarkable or SheetFacets.Complete)).Select(f => new Choice(f.Field, f.Label))];

    public async Task OnGet()
    {
        await Read();
        Shown = Crossed ?? await Grid();
        string[] crossed = Crossed is null ? [] : [Shown.Rows.Field, Shown.Columns.Field];
        await Say(said, crossed);
        if (MayCall) call = new(Ask, Shown, await said.Of(Ask.Without(Crossed is null ? [.. OfGrid, .. OfRegisters] : crossed)), Labels);
        if (Crossed is not null) return;
        (Registers, Counted, Untold) = (await Map(SheetFacets.Find(OfRegisters[0])!, SheetFacets.Find(OfRegisters[1])!), await Shares(), await Missing());
        Asides = (await said.Of(Ask.Only(OfGrid)), await said.Of(Ask.Only(OfRegisters)), await said.Of(Ask.Only(CoverageShares.Fields)), await said.Of(Ask.Only(CoverageShares.Untold)));
    }

    /// <summary>The file of the grid is the one without landmarks in its address.</summary>
    public string FileOf(CoverageMap map) => map == Shown && Crossed is null ? HrefOf("", "", Path + "/fichier") : HrefOf(map.Rows.Field, map.Columns.Field, Path + "/fichier");

    /// <summary>The same map of the whole library.</summary>
    public string WholeHref => Crossed is null ? Path : Path + QueryString.Create(new Dictionary<string, string?> { [RowsKey] = Shown.Rows.Field, [ColumnsKey] = Shown.Columns.Field });

    CallAroundBlanks? call;

    public string CallHref(CoveragePlace place) => call!.Href([place]);

    /// <summary>For all the blanks of a line at once.</summary>
    public string CallHref(IReadOnlyList<CoveragePlace> blanks) => call!.Href(blanks);
}
