using System.Text;
using Croisee.Experiences.Exchange;
using Croisee.Framework;
using Xunit;

namespace Croisee.Tests.Experiences;

/// <summary>Files as people and attackers send them: what is understood, and what is said of the rest (S11).</summary>
[Trait("kind", "pure")]
public sealed class CsvRowsTest
{
    static List<ImportedRow> Read(byte[] file) => [.. CsvRows.Read(new MemoryStream(file), LabelBook.Default)];
    static List<ImportedRow> Read(string file) => Read(Encoding.UTF8.GetBytes(file));
    static List<FieldError> Errors(string file) => [.. Read(file).SelectMany(r => r.Errors)];
    static string Refused(byte[] file) => Assert.Throws<FileRefused>(() => Read(file)).Message;

    [Fact]
    public void Recognises_Windows_1252_and_keeps_its_accents()
    {
        var file = CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("titre;resume\r\nL’été à Noël;« œuvre » 12 €\r\n");
        Assert.Equal(("L’été à Noël", "« œuvre » 12 €"), (Read(file)[0].Row.Account.Essentials.Title, Read(file)[0].Row.Account.Essentials.Summary));
    }

    [Theory]
    [InlineData("titre,resume\nÉté,\"a;b\"\n"), InlineData("titre\tresume\r\nÉté\ta;b\r\n"), InlineData("\uFEFFtitre;resume\r\nÉté;\"a;b\""), InlineData("\n\r\ntitre;resume\nÉté;\"a;b\"\n\n")]
    public void Recognises_separators_marks_line_ends_and_blank_lines(string file)
    {
        var row = Assert.Single(Read(file));
        Assert.Empty(row.Errors);
        Assert.Equal(("Été", "a;b"), (row.Row.Account.Essentials.Title, row.Row.Account.Essentials.Summary));
    }

    [Fact]
    public void Recognises_UTF_16_as_spreadsheets_write_it() =>
        Assert.Equal("Été", Read([.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("titre\tresume\r\nÉté\tx\r\n")])[0].Row.Account.Essentials.Title);

    [Fact]
    public void Understands_labels_in_place_of_codes_and_labels_as_headers()
    {
        var row = Assert.Single(Read("Titre de l’expérience;secteur;territoire_region;degre;formation_commune;secteur_libelle\nx;SEC_VILLE, SEC_COLLECTIVITE;auvergne rhone alpes;Concertation;OUI;peu importe\n"));
        Assert.Empty(row.Errors);
        Assert.Equal(["SEC_VILLE", "SEC_COLLECTIVITE"], row.Row.Account.Structure.Sectors);
        Assert.Equal(("R84", "D3_CONCERTATION", true), (row.Row.Account.Structure.Region, row.Row.Account.Participation.Degree, row.Row.Account.Means.TrainedTogether));
    }

    [Fact]
    public void Gives_line_and_column_of_each_error_counting_lines_inside_texts()
    {
        var errors = Errors("titre;secteur;nb_personnes_exact;formation_commune\n\"deux\nlignes\";SEC_VILLE;1 200;oui\nb;SEC_VILE;douze;peut-être\n");
        Assert.Equal([(4L, "secteur"), (4L, "nb_personnes_exact"), (4L, "formation_commune")], errors.Select(e => (e.Line, e.Field)));
        Assert.Equal("ligne 4, colonne secteur : « SEC_VILE » n’est pas dans la liste « Secteur ». Vouliez-vous dire SEC_VILLE ?", errors[0].ToString());
    }

    [Fact]
    public void Refuses_unknown_and_doubled_headers_naming_the_nearest()
    {
        var errors = Errors("titre;resum;TITRE;contact_email;zzzzzzzzz;\nx;y;z;a;b;c\n");
        Assert.Contains(errors, e => e.Field == "resum" && e.Sentence.EndsWith("Vouliez-vous dire resume ?"));
        Assert.Contains(errors, e => e.Field == "contact_email" && e.Sentence.EndsWith("Vouliez-vous dire contact_mail ?"));
        Assert.Contains(errors, e => e.Field == "titre" && e.Sentence.Contains("plusieurs fois"));
        Assert.Contains(errors, e => e.Field == "zzzzzzzzz" && !e.Sentence.Contains("Vouliez") && e.Sentence.EndsWith("ou enlevez cette colonne du fichier."));
        Assert.All(errors, e => Assert.Equal(1, e.Line));
    }

    /// <summary>What a spreadsheet leaves behind the last row and the last column, and before the names.</summary>
    [Fact]
    public void Passes_over_the_empty_rows_and_columns_of_a_spreadsheet()
    {
        var row = Assert.Single(Read("sep=;\r\ntitre;resume;;\r\nÉté;\"a;b\";;\r\n;;;\r\n ;;;\r\n"));
        Assert.Empty(row.Errors);
        Assert.Equal((3L, "a;b"), (row.Line, row.Row.Account.Essentials.Summary));
        Assert.Equal(["ligne 3, colonne n° 3 : Cette colonne n’a pas de nom."], Errors("titre;resume;\na;b;\nc;d;un mot à part\n").Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("mars-19", "2019-03"), InlineData("févr.-20", "2020-02"), InlineData("Décembre 1998", "1998-12"), InlineData("juil-29", "2029-07"), InlineData("sept. 2021", "2021-09"), InlineData("1/3/2019", "2019-03"), InlineData("01/03/2019 00:00", "2019-03"), InlineData("jui-19", "jui-19"), InlineData("printemps 2019", "printemps 2019")]
    public void Reads_months_as_a_French_spreadsheet_writes_them(string cell, string month) => Assert.Equal(month, Assert.Single(Read($"titre;date_debut\nÉté;{cell}\n")).Row.Account.Setting.StartMonth);

    /// <summary>Labels one under the other, and heads typed with the signs of a keyboard.</summary>
    [Fact]
    public void Understands_several_labels_by_hand_and_heads_as_people_type_them()
    {
        var sectors = Vocabularies.Get("V-SECTEUR").Terms.Take(2).ToList();
        var row = Assert.Single(Read($"titre de l'experience;SECTEUR;Formation en commun?\nx;\"{sectors[0].Label}\n{sectors[1].Label}\";oui\n"));
        Assert.Empty(row.Errors);
        Assert.Equal(("x", true), (row.Row.Account.Essentials.Title, row.Row.Account.Means.TrainedTogether));
        Assert.Equal(sectors.Select(s => s.Code), row.Row.Account.Structure.Sectors);
    }

    [Fact]
    public void Refuses_a_row_cut_wrong_or_with_lone_quotes_and_goes_on()
    {
        var errors = Errors("titre;resume\na;b;c\nd;e\nf\"g\"h;\"i\"j\nk\n");
        Assert.Equal([2L, 4L, 5L], errors.Select(e => e.Line));
    }

    [Fact]
    public void Refuses_hostile_files_in_bounded_time_and_memory()
    {
        var wide = Encoding.UTF8.GetBytes(string.Join(';', Enumerable.Range(0, 1_000_000)));
        var narrow = Encoding.UTF8.GetBytes(new string(';', 999_000) + "\n");
        using var endless = new Endless();
        using var unclosed = new Endless("titre;resume\n\"jamais refermé ");
        var before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Contains("signes", Refused(wide));
        Assert.Contains("colonnes", Refused(narrow));
        Assert.Contains("nuls", Refused("titre;resume\na\0b;c\n"u8.ToArray()));
        Assert.Contains("ne se lisent pas", Refused([.. "titre;resume\n"u8, 0xE9, 0x81, (byte)';', (byte)'x']));
        Assert.Contains("vide", Refused([]));
        Assert.Contains("signes", Assert.Throws<FileRefused>(() => CsvRows.Read(endless, LabelBook.Default).Count()).Message);
        Assert.Contains("signes", Assert.Throws<FileRefused>(() => CsvRows.Read(unclosed, LabelBook.Default).Count()).Message);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 250_000_000);
    }

    [Fact]
    public void Refuses_a_quote_that_is_never_closed()
    {
        try { Assert.NotEmpty(Errors("titre;resume\n\"jamais refermé;x\ny;z\n")); }
        catch (FileRefused) { /* Said as well. */ }
    }

    /// <summary>A gigabyte of one line, made as it is read.</summary>
    sealed class Endless(string start = "titre;") : Stream
    {
        readonly byte[] start = Encoding.UTF8.GetBytes(start);
        public override long Length => 1L << 30;
        public override long Position { get; set; }
        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;

        public override int Read(byte[] buffer, int offset, int count)
        {
            count = (int)Math.Min(count, Length - Position);
            buffer.AsSpan(offset, count).Fill((byte)'a');
            if (Position < start.Length) start.AsSpan((int)Position, (int)Math.Min(count, start.Length - Position)).CopyTo(buffer.AsSpan(offset));
            Position += count;
            return count;
        }

        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => Position = origin is SeekOrigin.Begin ? offset : throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
