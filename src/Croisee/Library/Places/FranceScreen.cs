using Croisee.Framework;
using Croisee.Words;

namespace Croisee.Library.Places;

/// <summary>What the maps of France and their files read from the address: any state of the search.</summary>
public abstract class FranceScreen(ISheetSearch search, Labels labels, Localizer words) : CountsScreen
{
    public const string Path = "/repertoire/carte-de-france", DepartmentsPath = Path + "/departements";

    /// <summary>The fields that the maps show whole.</summary>
    protected static readonly string[] Whole = ["region", SheetFacets.Department];

    public FranceMap Map { get; private set; } = null!;

    protected async Task Read()
    {
        ReadAddress();
        TellFaults();
        Map = await FranceMap.Of(search, Ask, labels, words, HttpContext.RequestAborted);
    }
}
