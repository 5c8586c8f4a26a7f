using Croisee.Framework;
using Croisee.Library.Reading;
using Croisee.Ui;
using Croisee.Words;

namespace Croisee.Library.Places;

/// <summary>What the maps of France and their files read from the address: any state of the search.</summary>
public abstract class FranceScreen(ISheetSearch search, Labels labels, Localizer words) : Screen
{
    public const string Path = "/repertoire/carte-de-france", DepartmentsPath = Path + "/departements";

    public LibraryAddress Ask { get; private set; } = new();
    public FranceMap Map { get; private set; } = null!;

    protected async Task Read()
    {
        Ask = LibraryAddress.Read(Request.Query).WithoutPage();
        if (Ask.Faults.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest;
        Map = await FranceMap.Of(search, Ask, labels, words, HttpContext.RequestAborted);
    }

    public string HrefOf(string path) => path + QueryString.Create(Ask.TextAndChoices.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));
}
