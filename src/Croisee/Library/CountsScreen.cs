using Croisee.Library.OpenData;
using Croisee.Library.Reading;
using Croisee.Ui;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library;

/// <summary>A page of numbers over any state of the search, or its file: what both read from the address.</summary>
public abstract class CountsScreen : Screen
{
    public LibraryAddress Ask { get; private set; } = new();
    /// <summary>What the address asks and nobody understands: the page is shown with these sentences, a file is refused with them.</summary>
    public List<string> Faults { get; } = [];
    /// <summary>What the counted sheets were chosen by, in words; nothing when all are counted.</summary>
    public IReadOnlyList<string> Chosen { get; private set; } = [];
    /// <summary>What was chosen in a field that the page shows whole.</summary>
    public IReadOnlyList<string> Aside { get; private set; } = [];

    /// <summary>Names that its address may hold besides those of every state of the search.</summary>
    protected virtual IEnumerable<string> Keys => [];

    protected void ReadAddress()
    {
        Ask = LibraryAddress.Read(Request.Query, Keys).WithoutPage();
        Faults.AddRange(Ask.Faults);
    }

    protected void TellFaults() { if (Faults.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest; }

    /// <param name="whole">The fields that the page shows whole.</param>
    protected async Task Say(SearchInWords said, params string[] whole) => (Chosen, Aside) = (await said.Of(Ask.Without(whole)), await said.Of(Ask.Only(whole)));

    /// <summary>Another page about the same sheets.</summary>
    public string HrefOf(string path) => path + QueryString.Create(Ask.TextAndChoices.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));

    /// <summary>The numbers as a file, in the format that the address asks for.</summary>
    private protected IActionResult TableFile(SheetDownloads files, TableShape shape, IEnumerable<string[]> rows, string name)
    {
        var asked = Request.Query[OpenTable.FormatKey].ToString();
        var format = SheetFormat.Find(asked.Length == 0 ? SheetFormat.Csv : asked);
        if (format is null) Faults.Add(SheetFormat.NoSuch);
        if (format is null || Faults.Count > 0) return BadRequest(string.Join("\n", Faults));
        return File(files.Counts(format, shape, rows, Request.Path.ToString() + Request.QueryString), format.MediaType, $"{name}.{format.Code}");
    }
}
