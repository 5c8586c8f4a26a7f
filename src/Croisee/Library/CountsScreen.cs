using Croisee.Library.Reading;
using Croisee.Ui;
using Croisee.Words;
using Microsoft.AspNetCore.Mvc;

namespace Croisee.Library;

/// <summary>A page of numbers over any state of the search, or its file: what both read from the address.</summary>
public abstract class CountsScreen : Screen
{
    public LibraryAddress Ask { get; private set; } = new();
    /// <summary>What the address asks and nobody understands: the page is shown with these sentences, a file is refused with them.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Names that its address may hold besides those of every state of the search.</summary>
    protected virtual IEnumerable<string> Keys => [];

    protected void ReadAddress()
    {
        Ask = LibraryAddress.Read(Request.Query, Keys).WithoutPage();
        Faults.AddRange(Ask.Faults);
    }

    protected void TellFaults() { if (Faults.Count > 0) Response.StatusCode = StatusCodes.Status400BadRequest; }

    /// <summary>Another page about the same sheets.</summary>
    public string HrefOf(string path) => path + QueryString.Create(Ask.TextAndChoices.Select(p => KeyValuePair.Create(p.Key, (string?)p.Value)));

    protected IActionResult Csv(byte[] table, string name) => Faults.Count > 0 ? BadRequest(string.Join("\n", Faults)) : File(table, CsvFile.Type, name);
}

/// <summary>A table of numbers as a file. Its last column says whether the search was widened: the file is read without the page that said so.</summary>
static class CountsTable
{
    public const string Widened = "recherche_elargie", WidenedLabel = "Aucune fiche ne contient tous les mots demandés : celle-ci en contient une partie";

    public static byte[] Csv(bool widened, IReadOnlyList<string> head, IEnumerable<string[]> rows) =>
        CsvFile.Of(rows.Select(r => r.Append(widened ? "oui" : "non")).Prepend(head.Append(Widened)));

    public static string Number(int count) => count.ToString(Localizer.French);
}
