namespace Croisee.Ui.Paper;

/// <summary>A list, closed at the end of the block that opened it.</summary>
public sealed class PaperList : IDisposable
{
    readonly PaperFlow flow;
    readonly PaperTag list;
    readonly bool numbered;
    int count;

    internal PaperList(PaperFlow flow, bool numbered)
    {
        (this.flow, this.numbered) = (flow, numbered);
        list = flow.Under.Add("L", attributes: $"<</O/List/ListNumbering/{(numbered ? "Decimal" : "Disc")}>>");
    }

    public void Item(Action write)
    {
        count++;
        var item = list.Add("LI");
        flow.Label(item.Add("Lbl"), numbered ? $"{count}." : "•");
        flow.Inside(item.Add("LBody"), numbered ? 20 : 14, write);
    }

    public void Dispose() { }
}
