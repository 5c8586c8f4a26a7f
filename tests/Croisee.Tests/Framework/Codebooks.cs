using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Croisee.Tests.Framework;

static class Codebooks
{
    /// <summary>Reads strictly: a stray quote or a line of another length throws.</summary>
    public static List<string[]> Read(byte[] file)
    {
        using var reader = new StreamReader(new MemoryStream(file), Encoding.UTF8);
        using var csv = new CsvParser(reader, new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = ";", DetectColumnCountChanges = true });
        var rows = new List<string[]>();
        while (csv.Read()) rows.Add([.. csv.Record!]);
        return rows;
    }
}
