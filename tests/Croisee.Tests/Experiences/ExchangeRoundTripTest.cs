using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Croisee.Ui.Tables;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Whatever people wrote, a file gives it back to the letter (issue 2 section 7, S08).</summary>
[Trait("kind", "pure")]
public sealed class ExchangeRoundTripTest(ITestOutputHelper output)
{
    const int Rows = 200;

    [Theory]
    [InlineData(";", false), InlineData(",", false), InlineData(";", true), InlineData(",", true), InlineData("\t", false)]
    public void Gives_every_field_back_to_the_letter_from_a_table(string separator, bool windows1252)
    {
        var rows = Some(windows1252);
        using var file = Table(rows, separator);
        using var read = windows1252 ? Recoded(file) : file;
        Same(rows, [.. CsvRows.Read(read, LabelBook.Default)]);
    }

    [Fact]
    public void Gives_every_field_back_to_the_letter_from_JSON_lines()
    {
        var rows = Some(false);
        using var file = new MemoryStream();
        using (var writer = new JsonRowWriter(file, ExperienceFields.All)) rows.ForEach(writer.Write);
        Same(rows, [.. JsonRows.Read(file, LabelBook.Default)]);
    }

    [Theory]
    [InlineData(";"), InlineData(",")]
    public void Writes_no_cell_that_a_spreadsheet_takes_for_a_formula(string separator)
    {
        var rows = Some(false);
        using var file = Table(rows, separator);
        file.Position = 0;
        using var csv = new CsvParser(new StreamReader(file, leaveOpen: true), new CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = separator });
        while (csv.Read())
            foreach (var cell in csv.Record!)
                Assert.False("=+-@\t\r\n＝＋－＠﹣﹢﹦﹫−".Contains(cell.TrimStart(' ', '\u00a0', '\u200b', '\u2060', '\ufeff', '\u202e').FirstOrDefault('x')) && !IsPlainNegative(cell), cell);
    }

    [Fact]
    public void Keeps_negative_numbers_as_numbers_and_guards_each_text_once()
    {
        Assert.Equal("-5", FormulaGuard.Put("-5"));
        Assert.Equal("-5,25", FormulaGuard.Put("-5,25"));
        Assert.Equal("'-5+1", FormulaGuard.Put("-5+1"));
        Assert.Equal("'=1", FormulaGuard.Put("=1"));
        Assert.Equal("''=1", FormulaGuard.Put("'=1"));
        Assert.Equal("'＠x", FormulaGuard.Put("＠x"));
        Assert.Equal("l’été", FormulaGuard.Put("l’été"));
        foreach (var row in Some(false))
            foreach (var text in row.Account.Steps.SelectMany(s => s.FreeTexts()).Select(t => t.Text).OfType<string>()) Assert.Equal(text, FormulaGuard.Remove(FormulaGuard.Put(text)));
    }

    List<ExchangeRow> Some(bool windows1252)
    {
        var seed = TestSeed();
        output.WriteLine($"seed {seed}");
        var random = new RandomRows(seed, windows1252);
        return [.. Enumerable.Range(0, Rows).Select(_ => random.Next())];
    }

    static int TestSeed() => int.TryParse(Environment.GetEnvironmentVariable("CROISEE_SEED"), out var seed) ? seed : 20190531;

    static MemoryStream Table(List<ExchangeRow> rows, string separator)
    {
        var file = new MemoryStream();
        using (var writer = new CsvRowWriter(file, ExperienceFields.All, separator)) rows.ForEach(writer.Write);
        return file;
    }

    /// <summary>Companion columns hold labels with signs that Windows-1252 lacks; they are passed over. A text that lost a sign would not be the same.</summary>
    static MemoryStream Recoded(MemoryStream utf8) =>
        new(Encoding.Convert(Encoding.UTF8, CodePagesEncodingProvider.Instance.GetEncoding(1252)!, utf8.ToArray()[3..]));

    static void Same(List<ExchangeRow> written, List<ImportedRow> read)
    {
        Assert.Empty(read.SelectMany(r => r.Errors));
        Assert.Equal(written.Count, read.Count);
        foreach (var (before, after) in written.Zip(read))
        {
            foreach (var field in ExperienceFields.All.Where(f => f.Way is not Way.OutOnly)) Assert.Equal((field.Code, field.Cell(before)), (field.Code, field.Cell(after.Row)));
            Assert.Equal(before.Account.ToJson(), after.Row.Account.ToJson());
        }
    }

    static bool IsPlainNegative(string cell) => decimal.TryParse(cell.Replace(',', '.'), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _);
}
