namespace Croisee.Ui;

/// <summary>A named thing and what grew out of it.</summary>
public sealed record TreeNode(string Label, string Href, IReadOnlyList<TreeNode> Children)
{
    public int Count => 1 + Children.Sum(c => c.Count);
}
