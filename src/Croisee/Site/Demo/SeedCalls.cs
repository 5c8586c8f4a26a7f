using Croisee.Data;
using Croisee.Experiences;
using Croisee.Words;

namespace Croisee.Site.Demo;

/// <summary>The first call, the closed one with its prolongation, and the open one.</summary>
static class SeedCalls
{
    /// <summary>Days between writing a call and its first day.</summary>
    const int Preparing = 9, PublishedBefore = 2;

    public static void Run(DemoStage stage)
    {
        foreach (var told in stage.Story.Calls)
        {
            var written = stage.At(told.Opens - Preparing);
            var call = new Call(stage.Organisations[told.Organisation], told.Title, written);
            call.Reslug(told.Slug);
            call.Rename(told.Title, told.EasyTitle);
            call.Write(Blocks(told, stage));
            call.Ask(told.Contexts, told.Who);
            call.Schedule(stage.Day(told.Opens), stage.Day(told.Extensions.FirstOrDefault()?.Before ?? told.Closes));
            call.Inform(new CallNotice("l’étude des expériences reçues (exemple)", stage.Day(told.NoticeEnds), told.DpoEmail), written);
            foreach (var question in told.Questions) call.AddQuestion(question.Text, question.Hint, question.Type == "texte_long");
            call.Publish(stage.At(told.Opens - PublishedBefore));
            foreach (var extension in told.Extensions) call.Extend(stage.Day(extension.After), extension.Reason, stage.Organiser, stage.At(extension.Day));
            stage.Db.Calls.Add(call);
            TellTurns(call, told, stage);
            stage.Calls.Add(told.Key, call);
            stage.Record(written, Experiences.Acts.CallCreated, call);
            stage.Record(stage.At(told.Opens - PublishedBefore), Experiences.Acts.CallPublished, call);
            foreach (var extension in told.Extensions) stage.Record(stage.At(extension.Day), Experiences.Acts.CallExtended, call, extension.Reason);
        }
    }

    static CallBlocks Blocks(StoryCall told, DemoStage stage)
    {
        var closing = stage.Day(told.Closes).InWords();
        CallText Text(string code) => told.Blocks.Single(b => b.Code == code) is var block
            ? new(block.Text.Replace("{cloture}", closing), string.Join('\n', block.Easy).Replace("{cloture}", closing)) : new();
        return new CallBlocks { Why = Text("pourquoi"), Goal = Text("objectif"), Who = Text("qui"), Use = Text("usage"), Contact = Text("contact") };
    }

    /// <summary>Nobody is to be told today of what opened and closed months ago.</summary>
    static void TellTurns(Call call, StoryCall told, DemoStage stage)
    {
        if (told.Opens <= 0) stage.Db.CallTurns.Add(new(call.Id, Experiences.Acts.CallOpened, call.OpensOn, stage.At(told.Opens)));
        if (told.Closes < 0) stage.Db.CallTurns.Add(new(call.Id, Experiences.Acts.CallEnded, call.ClosesOn, call.ClosesOn.EndOfParisDay()));
    }
}
