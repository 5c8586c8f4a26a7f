using System.Text;
using Croisee.People;
using Croisee.Rules;
using Croisee.Surveys;
using Croisee.Surveys.SafeRoom;
using Xunit;

namespace Croisee.Tests.Surveys.SafeRoom;

/// <summary>Cells say what the rows say, counted another way here.</summary>
[Trait("kind", "pure")]
public sealed class CrossingTest
{
    static readonly DateTime Now = new(2027, 3, 15, 11, 0, 0, DateTimeKind.Utc);
    static readonly RawColumns Columns = MakeColumns();

    static RawColumns MakeColumns()
    {
        var organisation = new Organisation("Instance", OrganisationKind.Instance, null);
        var survey = new Survey(organisation, new Questionnaire(organisation, Given.EveryKind, "Écrit", Now).Publish(comparable: false, Now), "Votre avis", "Choisir.", new(2027, 3, 15), new(2027, 4, 15), Now);
        foreach (var name in new[] { "A", "B", "C" }) survey.AddPlace(null, name, null, Now);
        return new RawColumns(survey, Given.EveryKind, Given.PlainLabels);
    }

    static RawColumn Column(string code) => Columns.All.Single(c => c.Code == code);

    static RawCells Cells(int place, string json)
    {
        var cells = new RawCells(Columns);
        cells.Read(new RawRow(place, "2027-03"u8, "CAN_CODE"u8, "seul"u8, Encoding.UTF8.GetBytes(json)));
        return cells;
    }

    string[] Row(int place, string json)
    {
        var cells = Cells(place, json);
        return [.. Enumerable.Range(0, Columns.All.Count).Select(i => Encoding.UTF8.GetString(cells[i]))];
    }

    [Fact]
    public void Puts_each_answer_in_its_column_whatever_the_order()
    {
        Assert.Equal(["L2", "2027-03", "CAN_CODE", "seul", "OUN_OUI", "", "ACC5_2", "SALON JARDIN", "", "3", "2027-02", "non"],
            Row(1, """{"fois":["3"],"accord":["non"],"lieux":["SALON","JARDIN"],"avis_2":["ACC5_2"],"connu":["OUN_OUI"],"jour":["17/02/2027"]}"""));
        Assert.Equal(["", "2027-03", "CAN_CODE", "seul", "", "", "", "", "", "", "2026-12", ""], Row(-1, """{"jour":["2026-12-31"]}"""));
    }

    /// <summary>A text that an old or foreign row should hold is no column, so it is not told.</summary>
    [Fact]
    public void Tells_nothing_that_is_no_column() =>
        Assert.Equal(["L1", "2027-03", "CAN_CODE", "seul", "OUN_NON", "", "", "", "", "", "", ""], Row(0, """{"texte":["Appelez Mme Martin"],"mot":["x","y"],"connu":["OUN_NON"],"jour":["bientôt"]}"""));

    [Fact]
    public void Counts_what_another_count_counts()
    {
#pragma warning disable CA5394 // A test's draw.
        for (var seed = 1; seed <= 30; seed++)
        {
            var chance = new Random(seed);
            var people = Enumerable.Range(0, 200).Select(_ => (Place: chance.Next(3), Known: chance.Next(4), Where: Enumerable.Range(0, 3).Where(_ => chance.Next(3) == 0).ToArray())).ToList();
            string[] known = ["OUN_OUI", "OUN_NON", "OUN_NSP"], where = ["SALON", "JARDIN", "NSP"];
            var crossing = new Crossing(Columns, Column("connu"), Column("lieux"), Column("lieu"));
            foreach (var p in people) crossing.Count(Cells(p.Place, $$"""{"connu":[{{(p.Known == 3 ? "" : $"\"{known[p.Known]}\"")}}],"lieux":[{{string.Join(',', p.Where.Select(w => $"\"{where[w]}\""))}}]}"""));
            var tables = crossing.Tables().ToList();
            for (var place = 0; place < 3; place++)
            {
                var here = people.Where(p => p.Place == place).ToList();
                var table = Assert.Single(tables, t => t.Heading == $"{"ABC"[place]}");
                Assert.Equal(here.Count, table.Total);
                foreach (var (label, total, cells) in table.Rows)
                {
                    var answer = label == Crossing.Silent ? 3 : Column("connu").Values.ToList().FindIndex(v => v.Text == label) is var at && at >= 0 ? Array.IndexOf(known, Column("connu").Values[at].Code) : -1;
                    var mine = here.Where(p => p.Known == answer).ToList();
                    Assert.True(mine.Count == total, $"seed {seed}, {label}");
                    foreach (var (head, cell) in crossing.Heads.Zip(cells))
                        Assert.Equal(mine.Count(p => head == Crossing.Silent ? p.Where.Length == 0 : p.Where.Any(w => Column("lieux").Said(where[w]) == head)), cell);
                }
            }
        }
#pragma warning restore CA5394
    }

    [Fact]
    public void Counts_the_first_place_of_an_order()
    {
        var crossing = new Crossing(Columns, Column("ordre"), Column("lieu"));
        crossing.Count(Cells(0, """{"ordre":["SOINS","REPAS"]}"""));
        var row = Assert.Single(Assert.Single(crossing.Tables()).Rows);
        Assert.Equal(("Les soins", 1), (row.Label, row.Total));
    }

    [Fact]
    public void Refuses_one_question_the_same_twice_and_a_number_of_too_many_values()
    {
        Assert.Throws<RuleBroken>(() => new Crossing(Columns, Column("lieu")));
        Assert.Throws<RuleBroken>(() => new Crossing(Columns, Column("lieu"), Column("lieu")));
        var crossing = new Crossing(Columns, Column("fois"), Column("lieu"));
        Assert.Throws<RuleBroken>(() => { for (var i = 0; i <= Crossing.ValuesMax; i++) crossing.Count(Cells(0, $$"""{"fois":["{{i}}"]}""")); });
    }
}
