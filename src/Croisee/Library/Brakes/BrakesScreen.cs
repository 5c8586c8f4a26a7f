using Croisee.Framework;
using Croisee.Words;

namespace Croisee.Library.Brakes;

/// <summary>What the analysis and its file read from the address: any state of the search.</summary>
public abstract class BrakesScreen(ISheetSearch search, Labels labels, Localizer words) : CountsScreen
{
    public const string Path = "/repertoire/freins-et-leviers";

    public BrakesAndLevers Told { get; private set; } = null!;

    protected string LabelOf(SheetFacet facet, string code) => facet.LabelOf(code, labels, words);

    protected async Task Read()
    {
        ReadAddress();
        TellFaults();
        Told = await BrakesAndLevers.Of(search, Ask, labels, words, HttpContext.RequestAborted);
    }

    /// <summary>Two landmarks crossed on the map, among the same sheets.</summary>
    public string Crossed(string rows, string columns) => Coverage.MapScreen.Path + QueryString.Create(
        new[] { (Coverage.MapScreen.RowsKey, rows), (Coverage.MapScreen.ColumnsKey, columns) }.Concat(Ask.TextAndChoices).Select(p => KeyValuePair.Create(p.Item1, (string?)p.Item2)));
}
