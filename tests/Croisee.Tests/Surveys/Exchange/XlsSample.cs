using Croisee.Surveys.Exchange;
using Croisee.Ui.Tables;

namespace Croisee.Tests.Surveys.Exchange;

/// <summary>A small XLSForm workbook: rows of cells separated by « | », the first one the head.</summary>
static class XlsSample
{
    public const string Colours = "list_name|name|label\ncouleurs|R|Rouge\ncouleurs|V|Vert";
    public const string Frequencies = "list_name|name|label\nfois|1|Jamais\nfois|2|Parfois\nfois|3|Souvent\nfois|4|Toujours";

    public static byte[] Bytes(string survey, string choices = Colours, string settings = "form_title\nEssai")
    {
        using var bytes = new MemoryStream();
        using (var book = new XlsxTables(bytes))
            foreach (var (name, sheet) in new[] { ("survey", survey), ("choices", choices), ("settings", settings) })
            {
                var rows = sheet.Split('\n').Select(r => r.Split('|')).ToList();
                book.Begin(name, rows[0]);
                foreach (var row in rows.Skip(1)) book.Row(row.Select(c => (TableCell)c));
            }
        return bytes.ToArray();
    }

    public static ReadQuestionnaire Read(string survey, string choices = Colours) => QuestionnaireFiles.Read(Bytes(survey, choices));

    /// <summary>One question « mot » after the rows given, so that there is always something to ask.</summary>
    public static ReadQuestionnaire Rows(string rows, string choices = Colours, string head = "type|name|label|required|relevant|constraint|appearance|parameters|hint") => Read($"{head}\n{rows}\ntext|mot|Un mot ?", choices);
}
