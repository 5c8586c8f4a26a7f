using Croisee.Experiences.Answers;
using Croisee.Library.Reading;
using Croisee.Ui;
using Croisee.Ui.Paper;
using Croisee.Words;

namespace Croisee.Library.Paper;

/// <summary>A sheet on paper, in the order of its page. <paramref name="level"/>: the rank of its title, 1 alone, 2 in a booklet.</summary>
sealed class SheetPaper(PaperFlow flow, SheetView view, Citation citation, string origin, int level = 1, string? note = null)
{
    readonly Account told = view.Content.AccountAsFixed();

    public static byte[] Make(SheetView view, Citation citation, FontSet fonts, string origin)
    {
        var about = new PaperAbout(view.Content.Title, citation.Author, $"Fiche {view.Reference} du répertoire Croisée, version {view.Number}", Sheet.Licence, view.UpdatedAt ?? default);
        var flow = new PaperFlow(new PaperDocument(about, fonts));
        new SheetPaper(flow, view, citation, origin).Write();
        flow.Feet($"Croisée, répertoire des expériences. {view.Address}");
        return flow.Document.Write();
    }

    public void Write()
    {
        flow.Heading(level, view.Content.Title, level == 1 ? PaperStyle.Title : PaperStyle.Part, view.Reference);
        flow.Paragraph(view.Content.Voices.Sentence + (view.Content.Remarkable ? ". Retenue par le groupe" : ""), PaperStyle.Small);
        if (note is not null)
        {
            Section("Pourquoi elle est dans ce dossier");
            Text(note);
            Section("L’essentiel");
        }
        Text(told.Essentials.Summary, PaperStyle.Lead);
        if (view.Age is { } year) flow.Paragraph($"Personne n’a mis à jour ni confirmé cette fiche depuis {year}.", PaperStyle.Small);
        Brief();
        Degree();
        Changed();
        if (view.Content.Remarkable) Chosen();
        Story();
        Means();
        Lessons();
        Documents();
        Easy();
        if (view.Beside is { } beside) new BesidePaper(flow, beside, origin, level + 1).Write();
        Cite();
    }

    void Section(string title) => flow.Heading(level + 1, title, PaperStyle.Section);
    void Topic(string title) => flow.Heading(level + 2, title, PaperStyle.Topic);
    void Text(string? text, PaperStyle style = PaperStyle.Text) => PaperMarkdown.Write(flow, text, origin, style);
    IReadOnlyList<PaperSpan> Cell(string? text) => [new(text ?? "–")];

    void Pairs(IEnumerable<(string Label, IReadOnlyList<PaperSpan> Text)> rows)
    {
        var list = rows.Where(r => r.Text.Any(t => !string.IsNullOrWhiteSpace(t.Text))).ToList();
        if (list.Count > 0) flow.Table(null, [.. list.Select(r => (IReadOnlyList<IReadOnlyList<PaperSpan>>)[Cell(r.Label), r.Text])], 0.3, 0.7);
    }

    void Brief()
    {
        Section("En bref");
        Pairs(view.Facts.Select(f => (f.Label, Cell(f.Text))).Concat(view.Landmarks.Select(l => (l.Label, Cell(string.Join(" ; ", l.Tags.Select(t => t.Text))))))
            .Append(("Contact", view.Content.PublicAddress is { } address ? [new(address, Href: "mailto:" + address)] : [])));
    }

    void Degree()
    {
        Section("Jusqu’où va la participation ?");
        var ladder = view.Ladder;
        var reached = ladder.Reached ?? ladder.Promised ?? 0;
        // Steps that rise from left to right; those reached are dark.
        flow.Figure(view.LadderSentence, ladder.Rungs.Count * 64, 44, ladder.Rungs.Select((_, i) => (i * 64.0, 0.0, 60.0, 10 + 34.0 * (i + 1) / ladder.Rungs.Count, i < reached)));
        flow.Paragraph(view.LadderSentence);
        if (view.Content.DegreeFixed) flow.Paragraph("Degré fixé par le groupe de lecture.", PaperStyle.Small);
        Text(told.Participation.DegreeReason);
        Pairs(view.Degrees.Select(d => (d.Label, Cell(d.Text))));
        if (view.StageLines.Count > 0) { Topic("Étape par étape"); flow.Bullets(view.StageLines.Select(Cell)); }
        if (view.Content.Degree is not null) flow.Paragraph(Framework.Degree.NoFault, PaperStyle.Small);
    }

    void Changed()
    {
        Section("Ce qui a changé grâce à la participation");
        var threads = view.Threads;
        if (threads.Count == 0) flow.Paragraph("Les auteurs ne racontent pas encore de décision changée par la participation.");
        var words = new ThreadWords();
        foreach (var thread in threads) Pairs(thread.Select(s => (words.For(s.Mark), Cell(s.Title))));
        foreach (var (label, effect) in view.Effects)
        {
            Topic(label);
            Text(effect.Text);
            if (effect.SeenBy is { Length: > 0 } by) flow.Paragraph($"Selon : {view.Labels.Of(by)}", PaperStyle.Small);
        }
    }

    void Chosen()
    {
        Section("Pourquoi le groupe l’a retenue");
        var (sentence, values) = view.Content.ByWhom();
        flow.Paragraph(string.Format(Localizer.French, sentence, values) + (view.Content.ChangedSinceChoice ? " " + ChoiceWords.Changed : ""), PaperStyle.Small);
        Text(view.Content.Motives ?? "Le groupe n’a pas écrit de motif.");
        foreach (var opinion in view.Content.MinorityOpinions) { Topic("Avis minoritaire"); Text(opinion); }
    }

    void Story()
    {
        Section("Comment ils ont fait");
        Text(told.Origin.Story);
        if (told.Origin.Goals.Count > 0) { Topic("Ce qu’ils voulaient"); flow.Bullets(told.Origin.Goals.Select(Cell)); }
        if (told.Course.Modalities.Count > 0 || told.Course.ModalitiesText is not null)
        {
            Topic("De quelle façon");
            Text(told.Course.ModalitiesText);
            if (told.Course.Modalities.Count > 0) flow.Bullets(view.Labels.Of(told.Course.Modalities).Select(Cell));
        }
        if (told.Course.Milestones.Count > 0)
        {
            Topic("Les grandes étapes");
            flow.Bullets(told.Course.Milestones.Select(m => (IReadOnlyList<PaperSpan>)[.. m.When is { Length: > 0 } ? new[] { new PaperSpan(SheetView.Month(m.When) ?? m.When, Bold: true), new PaperSpan(" : ") } : [], new(m.What + (m.Who is { Length: > 0 } ? $" ({m.Who})" : ""))]), numbered: true);
        }
        Pairs([("Comment les personnes ont été invitées", List(told.Participants.Recruitment)), ("Autre manière, précisée", told.Participants.OtherRecruitment is { } way ? Cell(way) : []), ("Pour que chacun puisse participer", List(told.Participants.InclusiveMeans))]);
        Brakes();
    }

    void Brakes()
    {
        var c = told.Changes;
        if (c.Brakes.Count + c.Levers.Count == 0 && c.BrakesText is null && c.LeversText is null) return;
        Section("Ce qui a freiné, ce qui a aidé");
        var rows = Enumerable.Range(0, Math.Max(c.Brakes.Count, c.Levers.Count)).Select(i => (IReadOnlyList<IReadOnlyList<PaperSpan>>)
            [Cell(i < c.Brakes.Count ? view.Labels.Of(c.Brakes[i]) : null), Cell(i < c.Levers.Count ? view.Labels.Of(c.Levers[i]) : null)]).ToList();
        if (c.BrakesText is not null || c.LeversText is not null) rows.Add([PaperMarkdown.Spans(c.BrakesText ?? "–", origin), PaperMarkdown.Spans(c.LeversText ?? "–", origin)]);
        flow.Table(["Freins", "Leviers"], rows, 0.5, 0.5);
    }

    void Means()
    {
        Section("Moyens et reconnaissance");
        var m = told.Means;
        Pairs([("Préparation des personnes", Prepared(m.PersonsPreparation)), ("Formation des personnes", Prepared(m.PersonsTraining)), ("Formation des professionnels", Prepared(m.ProfessionalsTraining)),
            ("Formation en commun", m.TrainedTogether is { } together ? More(together ? "Oui" : "Non", m.TrainedTogetherText) : []), ("Statut des personnes", List(m.Statuses)),
            ("Reconnaissance", m.Recognition.Count > 0 ? More(view.List(m.Recognition), m.RecognitionText) : []), ("Cadre commun écrit", Cell(view.Labels.Of(m.Charter))), ("Budget", Cell(view.Labels.Of(m.Budget))), ("Partenaires", Cell(string.Join(" ; ", m.Partners)))]);
        if (Framework.Recognition.NeedsRightsWarning(m.Recognition)) flow.Paragraph(Framework.Recognition.RightsWarning, PaperStyle.Small);
        Text(m.Resources);
    }

    IReadOnlyList<PaperSpan> Prepared(Preparation one) => one.Level is not { Length: > 0 } ? [] :
        More(view.Labels.Of(one.Level) + (one.Hours is > 0 and var hours ? hours == 1 ? ", 1 heure" : $", {hours.ToString(Localizer.French)} heures" : ""), one.Text);

    IReadOnlyList<PaperSpan> More(string fact, string? text) => text is null ? Cell(fact) : [new(fact), new("\n"), .. PaperMarkdown.Spans(text, origin)];
    IReadOnlyList<PaperSpan> List(IReadOnlyCollection<string> codes) => codes.Count == 0 ? [] : Cell(view.List(codes));

    void Lessons()
    {
        var l = told.Lessons;
        Section("Ce que l’on en retient");
        if (l.Evaluation is { Length: > 0 })
            flow.Paragraph([new("Évaluation : ", Bold: true), new(view.Labels.Of(l.Evaluation) + (l.Methods.Count > 0 ? $" ({view.List(l.Methods)})" : ""))]);
        if (l.EvaluatedBy is not null) flow.Paragraph([new("Qui évalue : ", Bold: true), new(l.EvaluatedBy)]);
        foreach (var (label, text) in new[] { ("À refaire, à éviter", l.Learned), ("Un conseil à d’autres", l.Advice), ("Pour faire pareil ailleurs", l.Elsewhere) })
            if (!string.IsNullOrWhiteSpace(text)) { Topic(label); Text(text); }
    }

    void Documents()
    {
        if (view.Content.Documents.Count + view.Content.Links.Count == 0) return;
        Section("Documents");
        flow.Bullets(view.Content.Documents.Select(d => (IReadOnlyList<PaperSpan>)[new(d.Name, Href: $"{origin}/fichiers/{d.File}"), new($" ({d.Kind}, {FileSizes.InWords(d.Length)}). {d.Alternative} {d.Rights}")])
            .Concat(view.Content.Links.Select(l => (IReadOnlyList<PaperSpan>)[new(l.Alternative, Href: l.Address), new($" ({l.Address}). {l.Rights}")])));
    }

    void Easy()
    {
        if (view.Easy.Code is null) return;
        Section("En facile à lire");
        flow.Paragraph(view.Easy.IsMarked ? $"FALC validé par {view.Easy.Approvals} personnes le {view.Easy.At!.Value.DayInWords()}" : view.Easy.Code == EasyState.BeingRead ? "Facile à lire, en relecture" : view.Easy.Changed ? "Langage clair (non relu). Le texte a changé après sa relecture." : "Langage clair (non relu)", PaperStyle.Small);
        flow.Bullets(EasyLines.Of(told.Essentials.EasySummary).Select(Cell));
    }

    void Cite()
    {
        Section("Citer et réutiliser");
        flow.Paragraph($"Publiée par {view.Content.PublishedBy}, en réponse à l’appel « {view.Content.CallTitle} ». En ligne depuis le {view.PublishedAt!.Value.DayInWords()}{(view.Number > 1 ? $", mise à jour le {view.UpdatedAt!.Value.DayInWords()}" : "")}.");
        flow.Paragraph(citation.OnPaper());
        flow.Paragraph([new("Cette fiche : "), new(view.Address, Href: view.Address), new(". Licence : "), new(Sheet.Licence, Href: Sheet.LicenceAddress), new(".")]);
        flow.QrCode(view.Address, 84);
    }
}
