using Croisee.Ui;
using Xunit;

namespace Croisee.Tests.Ui;

[Trait("kind", "pure")]
public class SignsTest
{
    private const string Nasty = "<script>alert('x')</script> & \"Amina\"";

    [Fact]
    public void Thread_says_each_step_in_order_with_what_its_mark_means()
    {
        var thread = Rendered.By(new ThreadTagHelper
        {
            Label = "D’une parole à son effet",
            Steps = [new(ThreadMark.Word, "« On mange trop tôt »", "Une résidente"), new(ThreadMark.Decision, "Accepté"), new(ThreadMark.None, "Rien encore")],
        }, "thread");
        Assert.Equal("OL", thread.TagName);
        Assert.Equal("list", thread.GetAttribute("role"));
        Assert.Equal("D’une parole à son effet", thread.GetAttribute("aria-label"));
        Assert.Equal(["word", "decision", "none"], thread.Children.Select(li => li.ClassName));
        Assert.Equal("Parole : « On mange trop tôt »Une résidente Décision : Accepté Effet attendu : Rien encore",
            string.Join(' ', thread.Children.Select(li => li.Heard())));
    }

    [Fact]
    public void Thread_keeps_quiet_about_marks_when_steps_are_a_procedure()
    {
        var thread = Rendered.By(new ThreadTagHelper { Silent = true, Across = true, Steps = [new(ThreadMark.Word, "Vous racontez")] }, "thread");
        Assert.Equal("thread across", thread.ClassName);
        Assert.Equal("Vous racontez", thread.Heard());
    }

    [Fact]
    public void Thread_without_steps_draws_nothing() => Assert.Equal("", Rendered.Html(new ThreadTagHelper(), "thread"));

    private static FaceToFace Table() => new([
        new("Personnes concernées", CollegeHue.People, [new(SeatState.Voted, "Amina D."), new(SeatState.Voted, "Léa P."), new(SeatState.Recused, "Jo T."), new(SeatState.Vacant)]),
        new("Professionnels", CollegeHue.Pros, [new(SeatState.Filled, "Paul M.", "PM"), new(SeatState.Absent, "Ali B.", "AB")], "2 sièges"),
    ], "La majorité est atteinte dans chaque collège.");

    [Fact]
    public void Face_to_face_counts_seats_in_words_when_none_are_given()
    {
        var face = Rendered.By(new FaceToFaceTagHelper { Model = Table() }, "face-to-face");
        Assert.Equal("Personnes concernées : 4 sièges, 2 ont voté, 1 en retrait, 1 à pourvoir", face.QuerySelector(".people p")!.Heard());
        Assert.Equal("Professionnels : 2 sièges", face.QuerySelector(".pros p")!.Heard());
        Assert.Equal("La majorité est atteinte dans chaque collège.", face.QuerySelector("figcaption")!.TextContent);
    }

    [Fact]
    public void Face_to_face_names_every_seat_and_its_state()
    {
        var face = Rendered.By(new FaceToFaceTagHelper { Model = Table() }, "face-to-face");
        Assert.Equal(["Amina D., a voté", "Léa P., a voté", "Jo T., en retrait", "siège : à pourvoir", "Paul M., siège occupé", "Ali B., en absence"],
            face.QuerySelectorAll(".seats li").Select(li => li.Heard()));
        Assert.Equal(["✓", "✓", "R", "+", "PM", "–"], face.QuerySelectorAll(".seats [aria-hidden]").Select(s => s.TextContent));
    }

    [Fact]
    public void Face_to_face_puts_both_rows_of_seats_next_to_the_table()
    {
        var face = Rendered.By(new FaceToFaceTagHelper { Model = Table() }, "face-to-face");
        Assert.Equal(["people", "table", "pros"], face.QuerySelectorAll(":scope > div").Select(d => d.ClassName));
        Assert.Equal("seats", face.QuerySelector(".people")!.LastElementChild!.ClassName);
        Assert.Equal("seats", face.QuerySelector(".pros")!.FirstElementChild!.ClassName);
        Assert.Equal(["✓ a voté", "– en absence", "R en retrait", "+ à pourvoir"], face.QuerySelectorAll(".keys li").Select(k => k.TextContent));
    }

    private static readonly string[] Degrees = ["Communication", "Consultation", "Concertation", "Codécision", "Conduite par les personnes"];

    [Fact]
    public void Ladder_says_promised_and_lived_degree_in_one_sentence()
    {
        var ladder = Rendered.By(new LadderTagHelper { Model = new(Degrees, Lived: 4, Promised: 3) }, "ladder");
        Assert.Equal("Codécision, degré 4 sur 5. Promis : concertation. Vécu : codécision.", ladder.QuerySelector("figcaption")!.Heard());
        Assert.Equal(["under", "under", "under promised", "lived", ""], ladder.QuerySelectorAll("li").Select(li => li.ClassName));
        Assert.Equal("Codécision vécu", ladder.QuerySelector(".lived")!.TextContent);
    }

    [Theory]
    [InlineData(null, null, "Degré non renseigné.")]
    [InlineData(2, null, "Consultation, degré 2 sur 5.")]
    [InlineData(9, null, "Degré non renseigné.")]
    public void Ladder_says_only_what_is_known(int? lived, int? promised, string sentence) =>
        Assert.Equal(sentence, Rendered.By(new LadderTagHelper { Model = new(Degrees, lived, promised) }, "ladder").QuerySelector("figcaption")!.Heard());

    [Fact]
    public void Bars_are_a_table_with_shares_of_each_college()
    {
        var bars = Rendered.By(new BarsTagHelper { Model = new("Votes", "Personnes concernées", "Professionnels", [new("Oui", 4, 3), new("Non", 1, 0), new("Abstention", 0, 2)]) }, "bars");
        Assert.Equal("Votes. Personnes concernées, Professionnels. Oui : 4 sur 5 et 3 sur 5. Non : 1 sur 5 et 0 sur 5. Abstention : 0 sur 5 et 2 sur 5.", bars.QuerySelector("caption")!.Heard());
        Assert.Equal(["4Oui3", "1Non0", "0Abstention2"], bars.QuerySelectorAll("tbody tr").Select(r => r.TextContent));
        Assert.Equal(["80%", "60%", "20%", "40%"], bars.QuerySelectorAll("rect").Select(r => r.GetAttribute("width")));
        Assert.Equal(["20%", "0%", "80%", "0%"], bars.QuerySelectorAll("rect").Select(r => r.GetAttribute("x")));
    }

    [Fact]
    public void Bars_without_any_answer_divide_by_nothing() =>
        Assert.Empty(Rendered.By(new BarsTagHelper { Model = new("Votes", "A", "B", [new("Oui", 0, 0)]) }, "bars").QuerySelectorAll("rect"));

    [Fact]
    public void Heat_map_hatches_cells_under_the_floor_and_links_the_others_with_their_words()
    {
        var map = Rendered.By(new HeatMapTagHelper { Model = Coverage() }, "heat-map");
        Assert.Equal(["h0", "h1", "h4"], map.QuerySelectorAll("td").Select(td => td.ClassName));
        Assert.Equal("32 fiches, Micro, Partenariat", map.QuerySelector("a")!.Heard());
        Assert.Equal("?n=1&d=3", map.QuerySelector("a")!.GetAttribute("href"));
        Assert.Equal("Échelle", map.QuerySelector("thead th")!.TextContent);
        Assert.Equal(["columnheader", "columnheader", "columnheader", "columnheader"], map.QuerySelectorAll("thead th").Select(th => th.GetAttribute("role")));
        Assert.Equal("Fiches par échelle et degré", map.QuerySelector("caption")!.TextContent);
    }

    [Theory]
    [InlineData(1, 0), InlineData(2, 1), InlineData(9, 1), InlineData(10, 2), InlineData(18, 3), InlineData(32, 4)]
    public void Heat_map_shades_in_equal_steps(int count, int level) => Assert.Equal(level, Coverage().Level(count));

    private static HeatMap Coverage() => new("Fiches par échelle et degré", "Échelle", "fiches", ["Information", "Consultation", "Partenariat"],
        [new("Micro", [new(0), new(4), new(32, "?n=1&d=3")])]);

    [Fact]
    public void Secret_code_can_be_copied_as_one_line() =>
        Assert.Equal("LUNE 4821 CERF", Rendered.By(new SecretCodeTagHelper { Code = "LUNE-4821-CERF" }, "secret-code").TextContent);

    [Fact]
    public void Signs_show_hostile_text_as_text()
    {
        var all = new[]
        {
            Rendered.By(new ThreadTagHelper { Steps = [new(ThreadMark.Word, Nasty, Nasty)], Label = Nasty }, "thread"),
            Rendered.By(new FaceToFaceTagHelper { Model = new([new(Nasty, CollegeHue.People, [new(SeatState.Filled, Nasty, Nasty)], Nasty)], Nasty) }, "face-to-face"),
            Rendered.By(new LadderTagHelper { Model = new([Nasty], 1), Sentence = Nasty }, "ladder"),
            Rendered.By(new BarsTagHelper { Model = new(Nasty, Nasty, Nasty, [new(Nasty, 1, 1)]) }, "bars"),
            Rendered.By(new HeatMapTagHelper { Model = new(Nasty, Nasty, Nasty, [Nasty], [new(Nasty, [new(1, "?q=\"><script>")])]) }, "heat-map"),
            Rendered.By(new SecretCodeTagHelper { Code = "<script>-x" }, "secret-code"),
        };
        foreach (var sign in all)
        {
            Assert.Empty(sign.QuerySelectorAll("script"));
            Assert.Contains("<script>", sign.TextContent);
        }
    }
}
